/** Words that several rooms share. */
export const ui = {
  retry: "Riprova",
  close: "Chiudi",
  cancel: "Annulla",
  confirm: "Conferma",
  back: "Indietro",
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
  ascending: "crescente",
  descending: "decrescente",
  none: "--",
};
