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
  withoutEmail:
    "Senza un indirizzo e-mail non puoi recuperare da solo la password: chiedi alla segreteria di aggiungerlo.",
  call: (clinic: string) => `Telefono di ${clinic}:`,
};
