/** Password, second factor, and where the patient is signed in. */
export const security = {
  title: "Sicurezza",
  password: "Password",
  passwordHow: "Per cambiarla serve quella di adesso.",
  changePassword: "Cambia password",
  authenticator: "App di autenticazione",
  authenticatorOff: "Non attiva: ricevi i codici per SMS.",
  authenticatorWhy:
    "Un'app sul tuo telefono crea i codici senza bisogno di rete. È più sicura degli SMS, che si possono deviare su " +
    "un'altra SIM o leggere sullo schermo bloccato.",
  authenticatorOn: "Attiva: i codici li crea l'app sul tuo telefono.",
  turnOn: "Attiva",
  turnOnName: "Attiva l'app di autenticazione",
  turnOff: "Rimuovi",
  turnOffName: "Rimuovi l'app di autenticazione",
  recovery: (left: number) => {
    const few = left > 3 ? "" : " Per averne di nuovi, rimuovi l'app e attivala di nuovo.";
    if (left === 0) return `Non hai più codici di recupero.${few}`;
    return (left === 1 ? "Ti resta un solo codice di recupero." : `Ti restano ${left} codici di recupero.`) +
      few;
  },
  devices: "Sessioni e dispositivi",
  devicesLead: "Dove il tuo portale è aperto. Se non riconosci un dispositivo, esci da lì e cambia password.",
  thisDevice: "questo dispositivo",
  /** In place of the last activity of this device. */
  active: "Attivo adesso",
  started: (when: string) => `Accesso: ${when}`,
  seen: (when: string) => `Ultima attività: ${when}`,
  end: "Esci",
  endName: (device: string, started: string) => `Esci da ${device}, accesso: ${started}`,
  endCurrent: "Esci da qui",
  endCurrentName: (started: string) => `Esci da qui, accesso: ${started}`,
  endAsk: (device: string) => `Vuoi uscire da ${device}?`,
  endHere: "Vuoi uscire dal portale su questo dispositivo?",
  endYes: "Sì, esci",
  ended: (device: string) => `Sei uscito da ${device}.`,
  endOthers: "Esci da tutti gli altri",
  endOthersAsk: "Vuoi uscire da tutti gli altri dispositivi?",
  endedOthers: "Sei uscito da tutti gli altri dispositivi.",
  alone: "Il portale non è aperto su nessun altro dispositivo.",
};
