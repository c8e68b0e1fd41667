export const obscuring = {
  hide: {
    title: "Vuoi oscurare questo documento?",
    what:
      "I professionisti della clinica non lo vedranno più, e nessuno potrà capire che l'hai oscurato. Tu continuerai a vederlo.",
    lost:
      "Pensaci bene: chi ti cura avrà un quadro clinico meno completo, e dovrà valutare solo in base a quello che può vedere.",
    images: "Saranno oscurate anche le immagini collegate.",
    later: "Puoi tornare indietro in qualsiasi momento con «Deoscura».",
    done: "Documento oscurato: i professionisti della clinica non lo vedono più.",
  },
  show: {
    title: "Vuoi rendere di nuovo visibile questo documento?",
    what: "I professionisti della clinica potranno di nuovo vederlo, con le immagini collegate.",
    done: "Documento di nuovo visibile ai professionisti della clinica.",
  },
  changed:
    "Nel frattempo il documento era cambiato: abbiamo aggiornato l'elenco. Guarda com'è adesso e, se vuoi, ripeti.",
  stepUp: "Il documento non è cambiato: per renderlo di nuovo visibile conferma con un codice che sei tu.",
};
