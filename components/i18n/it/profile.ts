import type { ErrandAct } from "@tuodossier/sdk";

/** What is said when an errand is done. */
const done: Readonly<Record<Exclude<ErrandAct, "step-up">, string>> = {
  password: "Password cambiata. Sugli altri dispositivi dovrai accedere di nuovo.",
  phone: "Numero di cellulare aggiornato.",
  email: "Indirizzo e-mail aggiornato.",
  authenticator: "App di autenticazione aggiornata.",
};

export const profile = {
  title: "Profilo",
  lead: "I tuoi dati, come li ha registrati la clinica.",
  givenName: "Nome",
  familyName: "Cognome",
  codiceFiscale: "Codice fiscale",
  email: "Indirizzo e-mail",
  phone: "Numero di cellulare",
  /** Read out in place of the stars. */
  phoneEnding: (digits: string) => `numero nascosto, finisce per ${digits}`,
  noEmail: "nessun indirizzo",
  change: "Cambia",
  changeEmail: "Cambia indirizzo e-mail",
  add: "Aggiungi",
  addEmail: "Aggiungi un indirizzo e-mail",
  changePhone: "Cambia numero di cellulare",
  emailWhy:
    "Con un indirizzo e-mail puoi scegliere una nuova password senza chiamare la clinica, se la dimentichi.",
  done,
  lost: "Hai perso il telefono, o non hai un indirizzo e-mail?",
  lostHow: "Rivolgiti alla segreteria della clinica, con un documento d'identità.",
  call: (clinic: string) => `Telefono di ${clinic}:`,
};
