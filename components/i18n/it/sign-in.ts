/** What a clinic's page says around the portal's own page: of sign-in and of errands. */
export const signIn = {
  title: "Accedi a TuoDossier",
  signedIn: "Accesso effettuato.",
  idle: "La sessione è finita perché non l'hai usata per 30 minuti. Accedi di nuovo per continuare.",
  open: "Accedi",
  redirect: "Per accedere si apre la pagina del portale. Poi ti riportiamo qui.",
  window: "Per accedere si apre una finestra del portale. Quando hai finito si chiude da sola.",
  /** The framed page gave no sign of life. */
  silent:
    "La pagina di accesso non si apre dentro questo sito. Aprila a tutta pagina: poi ti riportiamo qui.",
  fullPage: "Apri la pagina di accesso",
};
