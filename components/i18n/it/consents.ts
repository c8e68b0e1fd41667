import type { ConsentCode, ConsentDocumentType } from "@tuodossier/sdk";

const types: Readonly<Record<ConsentDocumentType, string>> = {
  "privacy": "Consensi Privacy",
  "portal-activation": "Richiesta Attivazione Portale TuoDossier",
  "fea-terms": "Dichiarazione di Accettazione delle Condizioni di Servizio FEA",
};

const names: Readonly<Record<ConsentCode, string>> = {
  "fea": "Consenso alla FEA",
  "fea-use": "Consenso all'uso della FEA",
  "dse-adhesion": "Consenso DSE: adesione",
  "dse-history": "Consenso DSE: recupero storico",
  "dse-hiv": "Consenso DSE: dati a maggior tutela (HIV)",
  "dse-abortion": "Consenso DSE: dati a maggior tutela (interruzione di gravidanza)",
  "dse-violence": "Consenso DSE: dati a maggior tutela (violenza)",
  "remote-reporting": "Consenso alla refertazione da remoto",
  "portal-activation": "Attivazione del Portale TuoDossier",
};

/** What each one is for, true whether it is given or not. */
const purposes: Readonly<Record<ConsentCode, string>> = {
  "fea": "Ti permette di firmare i documenti con la Firma Elettronica Avanzata.",
  "fea-use": "È l'accettazione delle condizioni del servizio di firma.",
  "dse-adhesion":
    "Permette ai professionisti della clinica di vedere i tuoi documenti insieme, nel Dossier Sanitario Elettronico.",
  "dse-history": "Porta nel dossier anche i documenti precedenti all'adesione.",
  "dse-hiv": "Permette di vedere nel dossier anche i documenti sull'HIV.",
  "dse-abortion": "Permette di vedere nel dossier anche i documenti sull'interruzione di gravidanza.",
  "dse-violence": "Permette di vedere nel dossier anche i documenti su violenze subite.",
  "remote-reporting": "Permette a un medico di refertare i tuoi esami a distanza.",
  "portal-activation": "Ti permette di accedere a questo portale.",
};

export const consents = {
  title: "Consensi",
  lead: "Che cosa vale oggi, e i documenti che hai firmato con la Firma Elettronica Avanzata (FEA).",
  now: "Che cosa vale oggi",
  portal: "Portale",
  dossier: "Dossier Sanitario Elettronico (DSE)",
  signature: "Firma e refertazione",
  given: "Dato",
  notGiven: "Non dato",
  givenSince: (day: string) => `Dato, dal ${day}`,
  notGivenSince: (day: string) => `Non dato (${day})`,
  what: "A che cosa serve ogni consenso",
  change: "Puoi dare o revocare un consenso in ogni momento: chiedilo alla segreteria della clinica.",
  call: (clinic: string) => `Telefono di ${clinic}:`,
  documents: "Documenti firmati",
  date: "Data Documento",
  type: "Tipologia Documento",
  list: "Lista dei consensi presenti nel documento",
  ticked: "sì",
  unticked: "no",
  empty: "Non ci sono ancora documenti firmati. Quando ne firmi uno in clinica, lo trovi qui.",
  /** The document an action is about: `Consensi Privacy, 12 marzo 2024`. */
  about: (type: string, day: string) => `${type}, ${day}`,
  types,
  names,
  purposes,
};
