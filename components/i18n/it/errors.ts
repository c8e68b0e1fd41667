import type { Sentences } from "../sentences.ts";

const impossible = "Questa operazione non è possibile. Ricarica la pagina e riprova.";
const unproven = "Non riusciamo a verificare questo dispositivo. Esci e accedi di nuovo.";

/** Every other error: what happened, and what to do. Fetched at the first of them. */
export const errors: Sentences = {
  "sign-in.cancelled": "Hai chiuso la finestra prima di finire. Riprova quando vuoi.",
  "sign-in.blocked":
    "Il browser ha bloccato la finestra di accesso. Consenti le finestre a comparsa per questo sito e riprova.",
  "sign-in.no-storage":
    "Il browser non conserva i dati di questo sito. Esci dalla navigazione in incognito e riprova.",
  "request.invalid": "Qualcosa di quello che hai scritto non va. Controlla e riprova.",
  "request.not-found": "Quello che cerchi non c'è più. Torna all'elenco e riprova.",
  "request.method-not-allowed": impossible,
  "request.timeout": "La richiesta ha impiegato troppo tempo. Controlla la connessione e riprova.",
  "request.too-large": "Quello che hai inviato è troppo grande. Accorcialo e riprova.",
  "request.media-type": impossible,
  "request.range": impossible,
  "request.precondition-required": impossible,
  "request.precondition-failed": "Nel frattempo è cambiato qualcosa. Guarda com'è adesso e riprova.",
  "request.rate": "Troppe richieste. Aspetta un minuto e riprova.",
  "tenant.origin": "Questo sito non è della clinica. Torna al sito della clinica e accedi da lì.",
  "auth.invalid-credentials": "Username o password non corretti. Controlla e riprova.",
  "auth.wait": "Troppi tentativi non riusciti. Aspetta qualche minuto e riprova.",
  "auth.code-invalid": "Il codice non è corretto. Controlla l'ultimo SMS ricevuto e riprova.",
  "auth.challenge-over": "Questo accesso è scaduto. Ricomincia da username e password.",
  "auth.resend-limit": "Non possiamo inviare altri codici. Ricomincia da username e password.",
  "auth.code-closed":
    "Per sicurezza i codici sono sospesi. Riprova più tardi o chiama la segreteria della clinica.",
  "auth.code-unsent":
    "Non siamo riusciti a inviare il codice. Riprova tra qualche minuto o chiama la segreteria.",
  "auth.reset-over": "Questo collegamento è già stato usato o è scaduto. Chiedine un altro.",
  "auth.errand-over": "Il tempo per questa operazione è scaduto. Ricomincia.",
  "auth.provider":
    "Il servizio di identità non risponde come dovrebbe. Riprova tra qualche minuto o usa username e password.",
  "auth.provider-refused":
    "L'accesso con il servizio di identità non è stato completato. Riprova o usa username e password.",
  "auth.provider-over": "L'accesso con il servizio di identità è scaduto. Ricomincia dal sito della clinica.",
  "auth.contact-refused":
    "Questo recapito non si può usare. Controllalo o chiama la segreteria della clinica.",
  "auth.password-weak": "Questa password non si può usare. Scegline un'altra.",
  "auth.handover-invalid": unproven,
  "auth.proof-invalid": unproven,
  "auth.nonce": unproven,
  "auth.step-up": "Per questa operazione devi confermare con un codice che sei tu. Riprova.",
  "auth.client-invalid": "Il collegamento non funziona. Avvisa la segreteria della clinica.",
  "documents.no-adhesion":
    "Senza l'adesione al Dossier Sanitario Elettronico nessun documento è consultabile online.",
  "documents.damaged":
    "Il documento risulta danneggiato e non si può mostrare. Avvisa la segreteria della clinica.",
  "imaging.not-ready": "Queste immagini non sono ancora pronte. Riprova più tardi.",
  "archive.empty": "In questa scelta non c'è nulla da esportare. Scegli almeno uno studio disponibile.",
  "archive.limit": "Hai già due esportazioni in corso. Aspetta e riprova.",
  "archive.ticket-over": "Questo download è scaduto. Premi di nuovo «Scarica».",
  "help.limit": "Hai già inviato diverse richieste. Aspetta un'ora o chiama la clinica.",
};
