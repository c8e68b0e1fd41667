/** The papers of the ready patient, newest first. */
import { seedClinic } from "../clinic.ts";
import { authors } from "./authors.ts";
import type { SeedDocument } from "./files.ts";

const { main, east, laboratory, cardiology } = seedClinic.facilities;

export const footReport = {
  ...authors.radiology,
  type: "referto",
  title: "Radiografia dei piedi",
  date: "2026-05-18",
  facility: main,
  services: ["RX PIEDE DX", "RX PIEDE SX"],
  accession: "AQ111870/2026P2",
  sections: [
    { heading: "Quesito clinico", text: "Dolore all'avampiede, maggiore a destra." },
    {
      heading: "Tecnica",
      text: "Radiogrammi digitali di entrambi i piedi nelle proiezioni dorso-plantare e obliqua.",
    },
    {
      heading: "Referto",
      text:
        "Non si osservano rime di frattura recente. Modesto valgismo dell'alluce a destra, con lieve riduzione " +
        "della rima della prima articolazione metatarso-falangea. Conservati gli altri rapporti articolari. " +
        "Regolare la struttura ossea del tarso. Tessuti molli senza calcificazioni.",
    },
    {
      heading: "Conclusioni",
      text:
        "Alluce valgo di grado lieve a destra con iniziali segni di artrosi. Nei limiti il piede sinistro.",
    },
  ],
} as const satisfies SeedDocument;

export const thoraxReport = {
  ...authors.radiology,
  type: "referto",
  title: "TC del torace con mezzo di contrasto",
  date: "2026-03-09",
  facility: main,
  services: ["TC TORACE CON MDC"],
  accession: "AQ104512/2026P1",
  sections: [
    { heading: "Quesito clinico", text: "Controllo di nodulo polmonare noto." },
    {
      heading: "Tecnica",
      text: "Acquisizione volumetrica dopo mezzo di contrasto iodato per via endovenosa; sezioni di 2,5 mm.",
    },
    {
      heading: "Referto",
      text:
        "Nel lobo superiore destro si conferma un nodulo solido a margini regolari di circa 8 mm, invariato " +
        "rispetto al controllo precedente. Non altri noduli. Non versamento pleurico né pericardico. Pervi trachea e " +
        "grossi bronchi. Cuore e grossi vasi di calibro regolare, normalmente opacizzati. Non linfonodi ingranditi " +
        "nel mediastino. Nelle sezioni più basse, fegato e milza senza lesioni focali. Non lesioni ossee.",
    },
    {
      heading: "Conclusioni",
      text: "Nodulo solido del lobo superiore destro, stabile. Si consiglia un controllo a 12 mesi.",
    },
  ],
} as const satisfies SeedDocument;

export const brainReport = {
  ...authors.radiology,
  type: "referto",
  title: "Risonanza magnetica dell'encefalo",
  date: "2025-11-12",
  facility: east,
  services: ["RM ENCEFALO SENZA MDC"],
  accession: "AQ098233/2025P1",
  sections: [
    { heading: "Quesito clinico", text: "Cefalea ricorrente." },
    {
      heading: "Tecnica",
      text: "Sequenze T1 sagittali, T2, FLAIR e T1 assiali; apparecchio da 1,5 T.",
    },
    {
      heading: "Referto",
      text:
        "Sistema ventricolare in asse, di dimensioni regolari. Alcuni piccoli focolai iperintensi in FLAIR nella " +
        "sostanza bianca dei centri semiovali, di significato aspecifico per l'età. Non lesioni espansive. Regolari " +
        "i nuclei della base, il tronco e il cervelletto. Spazi liquorali della volta nei limiti.",
    },
    { heading: "Conclusioni", text: "Pochi esiti gliotici aspecifici. Non altre alterazioni." },
  ],
} as const satisfies SeedDocument;

export const heartReport = {
  ...authors.cardiology,
  type: "referto",
  title: "Ecocardiogramma",
  date: "2025-06-24",
  facility: cardiology,
  services: ["ECOCARDIOGRAMMA TRANSTORACICO"],
  accession: "AQ085107/2025P3",
  sections: [
    { heading: "Quesito clinico", text: "Soffio sistolico, controllo." },
    {
      heading: "Referto",
      text:
        "Ventricolo sinistro di dimensioni e spessori normali; frazione d'eiezione stimata 60%. Atri di " +
        "dimensioni nei limiti. Lembi mitralici mobili, minimo rigurgito. Ventricolo destro normocontrattile. " +
        "Assenza di versamento pericardico.",
    },
    {
      heading: "Conclusioni",
      text: "Funzione del ventricolo sinistro conservata. Insufficienza mitralica minima.",
    },
  ],
} as const satisfies SeedDocument;

const bloodTest: SeedDocument = {
  ...authors.laboratory,
  type: "referto-laboratorio",
  title: "Esami di laboratorio",
  date: "2026-02-02",
  facility: laboratory,
  services: ["EMOCROMO", "GLICEMIA", "COLESTEROLO TOTALE", "COLESTEROLO HDL", "TRIGLICERIDI", "CREATININA"],
  accession: "LB020415/2026",
  sections: [
    {
      heading: "Ematologia",
      analytes: [
        { name: "Leucociti", result: "6,4", unit: "10^3/µL", reference: "4,0 – 10,0" },
        { name: "Eritrociti", result: "4,62", unit: "10^6/µL", reference: "3,90 – 5,20" },
        { name: "Emoglobina", result: "13,4", unit: "g/dL", reference: "12,0 – 16,0" },
        { name: "Ematocrito", result: "40,1", unit: "%", reference: "36,0 – 46,0" },
        { name: "Piastrine", result: "238", unit: "10^3/µL", reference: "150 – 400" },
      ],
    },
    {
      heading: "Chimica clinica",
      analytes: [
        { name: "Glucosio", result: "92", unit: "mg/dL", reference: "70 – 100" },
        { name: "Colesterolo totale", result: "218", unit: "mg/dL", reference: "fino a 200", flag: true },
        { name: "Colesterolo HDL", result: "61", unit: "mg/dL", reference: "oltre 50" },
        { name: "Trigliceridi", result: "104", unit: "mg/dL", reference: "fino a 150" },
        { name: "Creatinina", result: "0,81", unit: "mg/dL", reference: "0,50 – 0,90" },
        { name: "TSH", result: "2,14", unit: "mUI/L", reference: "0,40 – 4,00" },
      ],
    },
    { heading: "Note", text: "* Valore fuori dall'intervallo di riferimento." },
  ],
};

const hivTest: SeedDocument = {
  ...authors.laboratory,
  type: "referto-laboratorio",
  title: "Ricerca anticorpi HIV",
  date: "2024-10-07",
  facility: laboratory,
  services: ["ANTICORPI ANTI HIV 1/2"],
  accession: "LB017733/2024",
  protection: "hiv",
  sections: [
    {
      heading: "Sierologia",
      analytes: [{
        name: "HIV 1/2, anticorpi e antigene p24",
        result: "negativo",
        unit: "",
        reference: "negativo",
      }],
    },
    {
      heading: "Note",
      text: "Esame eseguito prima di un intervento programmato, con il consenso della paziente.",
    },
  ],
};

const orthopaedicLetter: SeedDocument = {
  ...authors.orthopaedics,
  type: "lettera",
  title: "Lettera al medico curante",
  date: "2026-05-27",
  facility: main,
  services: ["VISITA ORTOPEDICA"],
  sections: [
    {
      heading: "Gentile collega",
      text:
        "ho visto oggi la paziente per dolore all'avampiede destro. Alla visita, alluce valgo lieve, dolente alla " +
        "pressione sulla testa del primo metatarso; appoggio simmetrico. La radiografia del 18/05/2026 mostra iniziali " +
        "segni di artrosi della prima articolazione metatarso-falangea.",
    },
    {
      heading: "Indicazioni",
      text:
        "Plantare con scarico della testa del primo metatarso, calzature a pianta larga, esercizi. Controllo tra " +
        "sei mesi o prima se il dolore aumenta.",
    },
  ],
};

const surgeryRecord: SeedDocument = {
  ...authors.surgery,
  type: "verbale",
  title: "Verbale di intervento ambulatoriale",
  date: "2024-10-21",
  facility: east,
  services: ["ASPORTAZIONE NEO CUTANEO"],
  sections: [
    {
      heading: "Descrizione",
      text:
        "In anestesia locale, asportazione a losanga di neoformazione pigmentata del dorso, di 6 mm. Sutura con tre " +
        "punti. Il pezzo è inviato per l'esame istologico. Durata 20 minuti, nessuna complicanza.",
    },
    { heading: "Indicazioni", text: "Medicazione asciutta per tre giorni, rimozione dei punti dopo dodici." },
  ],
};

const abdomenReport: SeedDocument = {
  ...authors.radiology,
  type: "referto",
  title: "Ecografia dell'addome completo",
  date: "2023-04-14",
  facility: east,
  services: ["ECO ADDOME COMPLETO"],
  accession: "AQ051960/2023P1",
  sections: [
    {
      heading: "Referto",
      text:
        "Fegato di dimensioni regolari, a ecostruttura omogenea. Colecisti distesa, alitiasica. Vie biliari non " +
        "dilatate. Pancreas, per quanto visibile, e milza nella norma. Reni in sede, senza calcoli né dilatazioni. " +
        "Vescica distesa a pareti regolari.",
    },
    { heading: "Conclusioni", text: "Esame nei limiti della norma." },
  ],
};

export const readyDocuments: readonly SeedDocument[] = [
  orthopaedicLetter,
  footReport,
  thoraxReport,
  bloodTest,
  brainReport,
  heartReport,
  surgeryRecord,
  hivTest,
  abdomenReport,
];
