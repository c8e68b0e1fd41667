export const portal = {
  title: "TuoDossier",
};
