export const accesses = {
  title: "Accessi",
};
