import type { ErrandAct } from "@tuodossier/sdk";

const errands: Readonly<Record<ErrandAct, string>> = {
  "step-up": "Conferma che sei tu",
  "password": "Cambia password",
  "phone": "Cambia numero di cellulare",
  "email": "Cambia indirizzo e-mail",
  "authenticator": "App di autenticazione",
};

/** The session's end, and what is done on the portal's own page in the middle of it. */
export const session = {
  errands,
  errandRedirect:
    "Questa operazione si fa nella pagina del portale. Poi ti riportiamo qui: se stai scrivendo qualcosa, salvalo prima.",
  errandSilent:
    "La pagina del portale non si apre dentro questo sito. Aprila a tutta pagina: poi ti riportiamo qui.",
  errandOpen: "Vai alla pagina del portale",
  idleTitle: "Sei ancora qui?",
  idle: "Da un po' non usi il portale. Per la tua sicurezza, se non fai nulla esci tra:",
  stay: "Resta collegato",
  leave: "Esci ora",
  endTitle: "La sessione sta per finire",
  end: "Una sessione dura al massimo otto ore, e non si può prolungare. Esci tra:",
  endSave:
    "Se stai scrivendo alla clinica, invia o copia il testo; se un download è in corso, aspetta che finisca. Poi accedi di nuovo.",
  understood: "Ho capito",
  /** `1 minuto e 58 secondi`. */
  time: (minutes: number, seconds: number) =>
    [
      minutes > 0 ? `${minutes} ${minutes === 1 ? "minuto" : "minuti"}` : "",
      seconds > 0 || minutes === 0 ? `${seconds} ${seconds === 1 ? "secondo" : "secondi"}` : "",
    ].filter(Boolean).join(" e "),
  soon: "Mancano 30 secondi.",
};
