/** An authenticator app: setting it up, its recovery codes, taking it away. */
export const authenticator = {
  title: "Attiva un'app di autenticazione",
  lead:
    "Al posto dell'SMS userai un codice che l'app mostra sul tuo telefono, anche senza campo. È più sicuro.",
  install:
    "Installa un'app di autenticazione sul telefono, se non ne hai già una (Aegis, Google Authenticator, " +
    "FreeOTP…).",
  scan: "Nell'app scegli di aggiungere un account e inquadra questo codice.",
  qr: "Codice QR con la chiave per l'app",
  open: "Apri nell'app di questo telefono",
  type: "Non puoi inquadrarlo? Scrivi questa chiave nell'app:",
  enter: "Scrivi qui il codice di 6 cifre che l'app mostra.",
  code: "Codice dell'app",
  codeMissing: "Scrivi le 6 cifre del codice che mostra l'app.",
  codeInvalid:
    "Il codice non è corretto. Controlla che l'ora del telefono sia automatica, poi scrivi il codice " +
    "successivo.",
  activate: "Attiva",
  activating: "Verifica in corso…",
  codesTitle: "Salva i codici di recupero",
  codesLead:
    "L'app è attiva. Se perdi il telefono, entri con uno di questi codici. Salvali adesso: non li vedrai " +
    "più.",
  codesFile: (clinic: string) => `Codici di recupero di TuoDossier – ${clinic}`,
  codesName: "codici-di-recupero.txt",
  codesOnce: "Ogni codice vale una volta sola. Tienili lontano dal telefono.",
  copy: "Copia",
  copied: "I codici sono copiati: incollali in un posto sicuro.",
  uncopied: "Il browser non permette di copiarli da qui. Salvali come file o stampali.",
  save: "Salva come file",
  print: "Stampa",
  codesSaved: "Ho salvato i codici",
  codesUnsaved: "Non hai ancora salvato i codici: salvali prima di chiudere.",
  removeTitle: "Rimuovi l'app di autenticazione",
  removeLead: "Adesso accedi con il codice della tua app.",
  removeLoss:
    "Se la rimuovi, torneremo a mandarti i codici per SMS, che sono meno sicuri, e i codici di recupero non " +
    "varranno più.",
  remove: "Rimuovi l'app",
  removed: "L'app non serve più per accedere. I codici arrivano di nuovo per SMS.",
};
