export const consents = {
  title: "Consensi",
};
