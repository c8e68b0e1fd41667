/** Who signs in the demo's clinic: names that say they are invented. */
export const authors = {
  radiology: {
    author: "Dott. Fausto Inventati",
    role: "Il medico radiologo",
    unit: "Diagnostica per immagini",
  },
  senology: { author: "Dott.ssa Lia Fantasini", role: "Il medico radiologo", unit: "Senologia" },
  cardiology: { author: "Dott.ssa Dora Supposta", role: "Il medico cardiologo", unit: "Cardiologia" },
  laboratory: {
    author: "Dott. Remo Ipotesi",
    role: "Il direttore del laboratorio",
    unit: "Laboratorio analisi",
  },
  orthopaedics: { author: "Dott. Ugo Finzioni", role: "Il medico ortopedico", unit: "Ortopedia" },
  neurology: { author: "Dott.ssa Asia Figurati", role: "Il medico neurologo", unit: "Neurologia" },
  surgery: { author: "Dott. Elio Esempio", role: "Il medico chirurgo", unit: "Chirurgia ambulatoriale" },
} as const;
