export const viewer = {
  title: "Immagini",
};
