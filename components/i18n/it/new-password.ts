/** A new password: at the first access, after a reset, from the profile. */
export const newPassword = {
  of: {
    first: {
      title: "Scegli la tua password",
      lead: "È il tuo primo accesso: la password ricevuta per SMS vale una volta sola. Scegline una che " +
        "conosci solo tu.",
      save: "Salva e accedi",
    },
    reset: {
      title: "Reset password",
      lead: "Scegli una nuova password. Poi ti chiediamo un codice, per essere certi che sei tu.",
      save: "Salva e continua",
    },
    change: {
      title: "Cambia la password",
      lead: "Scrivi quella che usi adesso e scegline una nuova.",
      save: "Cambia la password",
    },
  },
  current: "Password attuale",
  password: "Nuova password",
  hint:
    "Almeno 12 caratteri; meglio con una maiuscola, una minuscola, una cifra e un carattere speciale. Vanno bene " +
    "anche alcune parole con gli spazi.",
  repeat: "Ripeti la nuova password",
  suggest: "Proponimi una password",
  suggested: "Eccone una: scrivila in un posto sicuro prima di andare avanti, poi ripetila qui sotto.",
  copy: "Copia",
  copied: "La password è copiata: incollala in un posto sicuro.",
  uncopied: "Il browser non permette di copiarla da qui. Scrivila su un foglio.",
  saving: "Salvataggio in corso…",
  strength: "Robustezza",
  strengths: ["troppo corta", "debole", "discreta", "buona", "ottima"],
  refused: "non va bene",
  faults: {
    "missing": "Scrivi la nuova password.",
    "too-short": "La password deve avere almeno 12 caratteri.",
    "too-long": "La password può avere al massimo 128 caratteri.",
    "common": "Questa password è tra le prime che si provano. Scegline una meno comune.",
    "repetitive": "Questa password si ripete o segue un ordine. Scegline una più varia.",
    "personal": "Questa password contiene i tuoi dati o quelli della clinica. Scegline un'altra.",
    "unchanged": "Questa è la password che hai adesso. Scegline una nuova.",
    "different": "Le due password non sono uguali.",
    "unrepeated": "Ripeti la password che hai scelto.",
    "current-missing": "Scrivi la password che usi adesso.",
    "current-wrong": "Questa non è la tua password attuale. Controlla e riprova.",
  },
};
