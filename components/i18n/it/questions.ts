/** A frequent question, and its answer in paragraphs. */
export interface Question {
  readonly question: string;
  readonly answer: readonly string[];
}

export const questions: readonly Question[] = [
  {
    question: "Il codice per SMS non arriva",
    answer: [
      "Aspetta che finisca il conto alla rovescia e chiedi un altro codice. Controlla che il telefono abbia campo e spazio per i messaggi.",
      "Il codice va al numero che hai dato in clinica: ne vedi le ultime cifre. Se è cambiato, telefona alla segreteria.",
    ],
  },
  {
    question: "Ho dimenticato la password",
    answer: [
      "Nella pagina di accesso premi «Hai dimenticato la password?»: ricevi un'e-mail con un collegamento per sceglierne una nuova.",
      "Se la clinica non ha il tuo indirizzo e-mail, rivolgiti alla segreteria: riceverai per SMS una nuova password, da cambiare al primo accesso.",
    ],
  },
  {
    question: "Non trovo un referto",
    answer: [
      "La data entro cui è disponibile è scritta sul foglio che ti ha dato la clinica. Controlla anche che nell'Area Filtri non ci sia un filtro attivo.",
      "Senza l'adesione al Dossier Sanitario Elettronico i documenti possono non essere consultabili online: chiedi alla segreteria.",
    ],
  },
  {
    question: "Le immagini sono lente o non si vedono",
    answer: [
      "Gli esami con molte immagini pesano: un computer con una buona connessione è la scelta migliore. Aggiorna il browser all'ultima versione.",
      "Se accanto all'esame leggi «in preparazione», riprova più tardi.",
    ],
  },
  {
    question: "Ho cambiato numero di cellulare o e-mail",
    answer: [
      "In «Profilo» premi «Cambia» accanto al recapito: un codice inviato lì prova che è tuo.",
      "Se non hai più il vecchio telefono, rivolgiti alla segreteria con un documento d'identità.",
    ],
  },
  {
    question: "Uso il computer di un'altra persona",
    answer: [
      "Quando hai finito esci dal portale. I documenti che hai scaricato restano su quel computer: cancellali.",
    ],
  },
];
