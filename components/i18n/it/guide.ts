/** One section of the guide: steps in order, and what else is good to know. */
export interface GuideSection {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly string[];
  readonly note?: string;
}

export const guide: readonly GuideSection[] = [
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
];
