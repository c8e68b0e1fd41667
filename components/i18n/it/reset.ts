/** A forgotten password: asking for the link, and the page behind it. */
export const reset = {
  title: "Reset PASSWORD",
  lead: "Scrivi il tuo codice fiscale: ti mandiamo un'e-mail con un collegamento per scegliere una nuova " +
    "password.",
  user: "Codice fiscale",
  request: "Recupera PASSWORD",
  requesting: "Invio in corso…",
  sentTitle: "Controlla la posta",
  sent:
    "Se questo codice fiscale è registrato e la clinica ha il tuo indirizzo e-mail, tra poco ricevi un messaggio con " +
    "il collegamento. Vale 30 minuti e una volta sola.",
  sentLook: "Se non lo trovi, guarda anche nella posta indesiderata (spam).",
  noEmailTitle: "Se non arriva nulla",
  noEmail:
    "Forse la clinica non ha il tuo indirizzo e-mail. Chiama la segreteria o passa allo sportello: ricevi " +
    "per SMS una nuova password, da cambiare al primo accesso.",
  deadTitle: "Il collegamento non vale più",
  dead:
    "È già stato usato, oppure sono passati più di 30 minuti. Se hai già scelto una nuova password, accedi " +
    "con quella.",
  triedOutTitle: "Troppi codici sbagliati",
  triedOut:
    "Hai sbagliato il codice troppe volte. La tua password non è cambiata: chiedi un altro collegamento.",
  askAgain: "Chiedi un altro collegamento",
  doneTitle: "La password è cambiata",
  done: "Per sicurezza abbiamo chiuso tutte le sessioni. Adesso puoi accedere con la nuova password.",
  toClinic: "Vai all'accesso",
};
