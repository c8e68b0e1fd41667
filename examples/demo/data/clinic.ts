/** The demo's clinic: invented with its towns, and with numbers nobody can have. */

export const seedClinic = {
  name: "Poliambulatorio Brumalba",
  phone: "+39 0000 424242",
  hours: "Lunedì–venerdì 8:00–19:00, sabato 8:00–13:00",
  helpUrl: null,
  address: "Viale delle Lanterne 7, 00000 Pontelume (ZZ)",
  director: "Direttrice sanitaria: dott.ssa Invenzia Esempi",
  facilities: {
    main: "Brumalba – Sede di Pontelume",
    east: "Brumalba – Sede di Borgolampo",
    laboratory: "Brumalba – Laboratorio analisi",
    cardiology: "Brumalba – Centro cuore",
  },
} as const;
