/** Words that several rooms share. */
export const ui = {
  retry: "Riprova",
  /** Parts of the page are of an older build. */
  stale: "La pagina è cambiata: ricaricala.",
  reload: "Ricarica la pagina",
  close: "Chiudi",
  cancel: "Annulla",
  loading: "Caricamento in corso…",
  actions: "Azioni",
  view: "Visualizza",
  download: "Scarica",
  print: "Stampa",
  rowsPerPage: "Righe per pagina",
  previousPage: "Pagina precedente",
  nextPage: "Pagina successiva",
  /** `1-5 di 200`. */
  range: (from: string, to: string, total: string) => `${from}-${to} di ${total}`,
  sortBy: "Ordina per",
  none: "--",
};
