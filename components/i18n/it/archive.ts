export const archive = {
  title: "Esporta studi DICOM e visualizzatore portatile",
};
