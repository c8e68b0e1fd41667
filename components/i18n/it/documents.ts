import type { DocumentType } from "@tuodossier/sdk";

const types: Readonly<Record<DocumentType, string>> = {
  "referto": "Referto",
  "referto-laboratorio": "Referto di laboratorio",
  "lettera": "Lettera",
  "verbale": "Verbale",
  "immagini": "Immagini",
};

export const documents = {
  title: "Documenti",
  caption: "Elenco dei tuoi documenti",
  types,
  patient: {
    title: "I tuoi dati",
    number: "ID Paziente",
    name: "Cognome e nome",
    birth: "Data di nascita",
    /** `66 anni`. */
    age: (years: number) => years === 1 ? "1 anno" : `${years} anni`,
    codiceFiscale: "Codice Fiscale",
  },
  filters: {
    title: "Area Filtri",
    type: "Tipologia",
    facility: "Provenienza",
    from: "Data da",
    to: "Data a",
    text: "Testo in prestazioni",
    all: "Tutte",
    reset: "Azzera filtri",
    wrongDays: "La data di inizio viene dopo quella di fine.",
  },
  columns: {
    type: "Tipologia Documento",
    facility: "Provenienza",
    date: "Data Documento",
    services: "Prestazioni",
  },
  sorts: {
    "date descending": "Data, dal più recente",
    "date ascending": "Data, dal meno recente",
    "type ascending": "Tipologia",
    "facility ascending": "Provenienza",
    "services ascending": "Prestazioni",
  },
  unread: "Nuovo",
  obscured: "Oscurato",
  obscure: "Oscura",
  restore: "Deoscura",
  images: "Immagini",
  studies: "Studi immagine",
  empty: {
    title: "Non c'è ancora nessun documento",
    text: "Quando un referto è pronto lo trovi qui.",
  },
  nothingFound: {
    title: "Nessun documento con questi filtri",
    text: "Prova con un altro periodo, o azzera i filtri per vederli tutti.",
  },
  printing: "Prepariamo la stampa…",
  undo: "Ripristina",
  /** `Referto del 25 novembre 2024`. */
  heading: (type: string, day: string) => `${type} del ${day}`,
};
