import type { DocumentType, Study } from "@tuodossier/sdk";

const types: Readonly<Record<DocumentType, string>> = {
  "referto": "Referto",
  "referto-laboratorio": "Referto di laboratorio",
  "lettera": "Lettera",
  "verbale": "Verbale",
  "immagini": "Immagini",
};
const states: Readonly<Record<Study["state"], string>> = {
  available: "Disponibile",
  preparing: "In preparazione",
  unavailable: "Non disponibile",
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
    text: "Prova con un altro periodo, oppure azzera i filtri per vedere tutti i documenti.",
  },
  noAdhesion: {
    title: "I tuoi documenti non sono consultabili online",
    why:
      "Non risulta la tua adesione al Dossier Sanitario Elettronico (DSE): senza questo consenso la clinica non " +
      "può mostrarti qui i documenti.",
    todo:
      "Puoi dare il consenso alla segreteria della clinica, quando vuoi. Nel frattempo i referti si ritirano di persona.",
    /** Before the telephone number. */
    call: "Telefono:",
  },
  obscuring: {
    title: "Vuoi oscurare questo documento?",
    what:
      "I professionisti della clinica non lo vedranno più, e nessuno potrà capire che l'hai oscurato. Tu continuerai a vederlo.",
    lost:
      "Pensaci bene: chi ti cura avrà un quadro clinico meno completo, e dovrà valutare solo in base a quello che può vedere.",
    images: "Saranno oscurate anche le immagini collegate.",
    later: "Puoi tornare indietro in qualsiasi momento con «Deoscura».",
    done: "Documento oscurato: i professionisti della clinica non lo vedono più.",
  },
  restoring: {
    title: "Vuoi rendere di nuovo visibile questo documento?",
    what: "I professionisti della clinica potranno di nuovo vederlo, con le immagini collegate.",
    done: "Documento di nuovo visibile ai professionisti della clinica.",
  },
  undo: "Ripristina",
  changed:
    "Nel frattempo il documento era cambiato: abbiamo aggiornato l'elenco. Guarda com'è adesso e, se vuoi, ripeti.",
  stepUp: "Per renderlo di nuovo visibile serve un accesso recente: esci, accedi di nuovo e ripeti.",
  /** `Referto del 25 novembre 2024`. */
  heading: (type: string, day: string) => `${type} del ${day}`,
  report: {
    loading: "Apriamo il documento…",
    /** `3 pagine`. */
    pages: (count: number) => count === 1 ? "1 pagina" : `${count} pagine`,
    page: (number: number, of: number) => `Pagina ${number} di ${of}`,
    zoomIn: "Ingrandisci",
    zoomOut: "Riduci",
    fit: "Adatta alla larghezza",
    unreadable:
      "Non riusciamo a mostrare questo documento qui. Puoi scaricarlo e aprirlo con un'altra applicazione.",
    printing: "Prepariamo la stampa…",
  },
  study: {
    title: "Studi immagine",
    caption: "Esami di questo documento",
    state: "Stato",
    code: "Codice",
    when: "Data e ora",
    description: "Descrizione",
    states,
    open: "Apri",
    empty: "Qui non ci sono immagini.",
    preparing: "Le immagini in preparazione saranno disponibili tra poco: riprova più tardi.",
  },
};
