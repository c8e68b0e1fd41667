export const portal = {
  title: "Menu",
  menu: "Menu",
  greeting: (name: string) => `Ciao, ${name}`,
  choose: "Che cosa vuoi fare?",
  bar: "Il tuo portale",
  profileOf: "Il tuo profilo",
  help: "Help",
  language: "Lingua",
  signOut: "Esci",
  signedOut: "Sei uscito dal portale.",
  sections: {
    documents: { title: "Documenti", text: "Referti e immagini dei tuoi esami" },
    consents: { title: "Consensi", text: "I documenti che hai firmato" },
    profile: { title: "Profilo", text: "I tuoi dati, la password e i dispositivi" },
    accesses: { title: "Accessi", text: "Chi ha visto il tuo dossier" },
    help: { title: "Guida e aiuto", text: "Istruzioni, domande frequenti, contatti" },
  },
  /** For who listens, when the menu's place is taken. */
  loading: "Caricamento in corso…",
};
