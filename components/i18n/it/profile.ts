export const profile = {
  title: "Profilo",
};
