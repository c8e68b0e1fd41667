export const documents = {
  title: "Documenti",
};
