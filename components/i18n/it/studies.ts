import type { Study } from "@tuodossier/sdk";

const states: Readonly<Record<Study["state"], string>> = {
  available: "Disponibile",
  preparing: "In preparazione",
  unavailable: "Non disponibile",
};

export const studies = {
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
};
