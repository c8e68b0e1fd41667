import type { Sentences } from "../sentences.ts";

/** What has to be said though nothing more can be fetched. */
export const firstErrors = {
  "network.lost": "Non riusciamo a raggiungere il portale. Controlla la connessione e riprova.",
  "server.failed": "Qualcosa non ha funzionato da parte nostra. Riprova tra qualche minuto.",
  "server.busy": "Il portale è molto occupato. Riprova tra qualche minuto.",
  "auth.signed-out": "La sessione è finita. Accedi di nuovo per continuare.",
} satisfies Sentences;
