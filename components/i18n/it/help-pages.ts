/** One section of the guide: steps in order, and what else is good to know. */
export interface GuideSection {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly string[];
  readonly note?: string;
}

export interface HelpPages {
  readonly questions: readonly { readonly question: string; readonly answer: readonly string[] }[];
  readonly guide: readonly GuideSection[];
}

export const helpPages: HelpPages = {
  questions: [
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
  ],
  guide: [
    {
      id: "sign-in",
      title: "Accedere",
      steps: [
        "Scrivi il tuo codice fiscale e la password. La prima password arriva per SMS dalla clinica.",
        "Ricevi un SMS con un codice di sei cifre: scrivilo nella casella che appare.",
        "Al primo accesso scegli una password tua, di almeno 12 caratteri.",
      ],
      note: "Nessuno della clinica ti chiederà mai la password o un codice ricevuto per SMS.",
    },
    {
      id: "report",
      title: "Leggere un referto",
      steps: [
        "Apri «Documenti»: i più recenti sono in cima, quelli che non hai ancora letto sono segnati.",
        "Premi «Visualizza» per leggere il referto nella pagina.",
        "Con «Scarica» lo salvi come PDF, con «Stampa» lo stampi.",
      ],
      note: "Un referto può usare parole difficili: parlane con il medico che ha chiesto l'esame.",
    },
    {
      id: "images",
      title: "Vedere le immagini",
      steps: [
        "In «Documenti» premi «Immagini» nella riga del referto. Se gli esami sono più d'uno, il pulsante è «Studi immagine»: scegli quale aprire.",
        "Scorri le immagini con la rotella, con il dito o con i tasti freccia.",
        "Con gli strumenti in vista cambi luce e contrasto, ingrandisci e sposti.",
      ],
      note: "Queste immagini servono per vedere, non per fare una diagnosi.",
    },
    {
      id: "archive",
      title: "Portare a casa le immagini",
      steps: [
        "Mentre guardi le immagini premi «Esporta» e scegli gli studi.",
        "Premi «Inizia», aspetta che l'archivio sia pronto e premi «Scarica».",
        "Sul computer estrai tutto il contenuto del file ZIP e, se vuoi, copialo su una chiavetta USB.",
      ],
      note: "Per aprire un archivio ZIP serve un computer.",
    },
    {
      id: "obscure",
      title: "Oscurare un documento",
      steps: [
        "In «Documenti» premi «Oscura» accanto al documento e leggi l'avviso.",
        "Se confermi, i professionisti della clinica non lo vedono più e non sanno che c'è. Tu continui a vederlo.",
        "Con «Deoscura» torna visibile.",
      ],
      note: "Chi ti cura conosce solo quello che può vedere: con meno documenti il quadro è meno completo.",
    },
  ],
};
