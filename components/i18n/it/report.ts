export const report = {
  loading: "Apriamo il documento…",
  /** `3 pagine`. */
  pages: (count: number) => count === 1 ? "1 pagina" : `${count} pagine`,
  page: (number: number, of: number) => `Pagina ${number} di ${of}`,
  zoomIn: "Ingrandisci",
  zoomOut: "Riduci",
  fit: { label: "Adatta", name: "Adatta alla larghezza" },
  easy: { label: "Leggi in grande", name: "Leggi in grande" },
  unreadable:
    "Non riusciamo a mostrare questo documento qui. Puoi scaricarlo e aprirlo con un'altra applicazione.",
};
