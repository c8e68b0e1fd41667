export const login = {
  title: "Accedi a TuoDossier",
};
