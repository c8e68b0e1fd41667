export const profile = {
  title: "Profilo",
  lead: "I dati con cui la clinica ti conosce.",
  givenName: "Nome",
  familyName: "Cognome",
  codiceFiscale: "Codice fiscale",
  email: "Indirizzo e-mail",
  phone: "Numero di cellulare",
  /** Read out in place of the stars. */
  phoneEnding: (digits: string) => `numero nascosto, finisce per ${digits}`,
  noEmail: "nessun indirizzo",
  change: "Vuoi cambiare i tuoi recapiti?",
  changeHow:
    "Per la tua sicurezza si cambiano solo di persona, alla segreteria della clinica, con un documento d'identità.",
  forgotten: "Se dimentichi la password, la segreteria te ne dà una nuova per SMS.",
  call: (clinic: string) => `Telefono di ${clinic}:`,
};
