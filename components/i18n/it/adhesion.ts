export const adhesion = {
  title: "I tuoi documenti non sono consultabili online",
  why:
    "Non risulta la tua adesione al Dossier Sanitario Elettronico (DSE): senza questo consenso la clinica non " +
    "può mostrarti qui i documenti.",
  todo:
    "Puoi dare il consenso alla segreteria della clinica, quando vuoi. Nel frattempo i referti si ritirano di persona.",
  /** Before the telephone number. */
  call: "Telefono:",
};
