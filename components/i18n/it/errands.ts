/** What a signed-in patient does on the portal's own page. */
export const errands = {
  confirmTitle: "Per sicurezza, conferma che sei tu",
  confirm: {
    sms: (to: string) => `Ti mandiamo un codice per SMS al numero ${to}.`,
    email: (to: string) => `Ti mandiamo un codice per e-mail a ${to}.`,
    authenticator: (_to: string) => "Ti chiediamo il codice della tua app di autenticazione.",
  },
  sendCode: "Invia il codice",
  sending: "Invio in corso…",
  cancel: "Annulla",
  close: "Chiudi",
  overTitle: "Il tempo è scaduto",
  over:
    "Per sicurezza questa operazione si chiude dopo pochi minuti. Nulla è cambiato: puoi ricominciare dal " +
    "profilo.",
  triedOutTitle: "Troppi codici sbagliati",
  triedOut: "Hai sbagliato il codice troppe volte. Nulla è cambiato: puoi ricominciare dal profilo.",
  doneTitle: "Fatto",
  stepUpDone: "Grazie, puoi continuare.",
  passwordDone: "La password è cambiata.",
  phone: {
    title: "Cambia il numero di cellulare",
    onFile: (masked: string) => `Il numero di adesso è ${masked}.`,
    lead: "A quello nuovo mandiamo un SMS con un codice, per essere certi che arrivi a te. D'ora in poi i " +
      "codici arriveranno lì.",
    label: "Nuovo numero di cellulare",
    hint: (prefixes: readonly string[]) =>
      prefixes.length === 0
        ? "Ad esempio 333 1234567."
        : `Ad esempio 333 1234567. Per un numero estero scrivi anche il prefisso (${prefixes.join(", ")}).`,
    incomplete: "Scrivi il numero completo, solo con le cifre.",
    landline: "Questo è un numero fisso: scrivi un cellulare.",
    refused: "A questo numero non possiamo inviare SMS. Controllalo o chiama la segreteria della clinica.",
    other: "Cambia il numero",
    done: "Il numero di cellulare è cambiato.",
  },
  email: {
    title: "Cambia l'indirizzo e-mail",
    onFile: (masked: string) => `L'indirizzo di adesso è ${masked}.`,
    lead: "A quello nuovo mandiamo un'e-mail con un codice, per essere certi che arrivi a te.",
    label: "Nuovo indirizzo e-mail",
    hint: "Serve per recuperare la password e per gli avvisi.",
    incomplete: "Scrivi l'indirizzo completo, ad esempio nome@posta.it.",
    refused: "Questo indirizzo non si può usare. Controllalo o chiama la segreteria della clinica.",
    other: "Cambia l'indirizzo",
    done: "L'indirizzo e-mail è cambiato.",
  },
};
