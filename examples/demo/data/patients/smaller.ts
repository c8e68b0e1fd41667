/** Patients with a document or two: without dossier, and before their first access. */
import { seedClinic } from "../clinic.ts";
import { people } from "../people.ts";
import type { SeedFile, SeedPatient } from "../seed.ts";
import { authors } from "./authors.ts";
import { consentFiles, documentFiles, type SeedDocument } from "./files.ts";

const { main, laboratory } = seedClinic.facilities;

const spineReport: SeedDocument = {
  ...authors.radiology,
  type: "referto",
  title: "Radiografia del rachide lombare",
  date: "2026-05-05",
  facility: main,
  services: ["RX RACHIDE LOMBOSACRALE"],
  accession: "AQ110093/2026P1",
  sections: [
    { heading: "Quesito clinico", text: "Lombalgia." },
    {
      heading: "Referto",
      text:
        "Conservata la lordosi. Riduzione in altezza dello spazio intersomatico L5-S1, con osteofiti marginali. " +
        "Muri posteriori allineati. Non cedimenti vertebrali.",
    },
    { heading: "Conclusioni", text: "Discopatia L5-S1 con segni di spondilosi." },
  ],
};

const urineTest: SeedDocument = {
  ...authors.laboratory,
  type: "referto-laboratorio",
  title: "Esame delle urine",
  date: "2026-01-19",
  facility: laboratory,
  services: ["ESAME URINE"],
  accession: "LB019874/2026",
  sections: [{
    heading: "Urine",
    analytes: [
      { name: "pH", result: "6,0", unit: "", reference: "5,0 – 7,5" },
      { name: "Peso specifico", result: "1,018", unit: "", reference: "1,010 – 1,030" },
      { name: "Proteine", result: "assenti", unit: "mg/dL", reference: "assenti" },
      { name: "Glucosio", result: "assente", unit: "mg/dL", reference: "assente" },
    ],
  }],
};

const shoulderReport: SeedDocument = {
  ...authors.radiology,
  type: "referto",
  title: "Ecografia della spalla",
  date: "2026-06-03",
  facility: main,
  services: ["ECO SPALLA DX"],
  accession: "AQ112604/2026P1",
  sections: [
    { heading: "Quesito clinico", text: "Dolore alla spalla destra dopo sforzo." },
    {
      heading: "Referto",
      text: "Tendine del sovraspinato lievemente disomogeneo, senza rotture. Minimo liquido nella borsa " +
        "subacromiale. Capo lungo del bicipite in sede.",
    },
    { heading: "Conclusioni", text: "Tendinopatia del sovraspinato con lieve borsite." },
  ],
};

export const withoutDossierPatient: SeedPatient = {
  note: "has documents but did not agree to the dossier: nothing is listed, and the page says why",
  enrolment: people.withoutDossier,
  password: "sasso tondo 17 fiumi",
  firstAccess: false,
  *files(): Generator<SeedFile> {
    const patient = people.withoutDossier;
    yield* consentFiles(patient, { date: "2026-01-19", choices: { adhesion: false, history: false } });
    for (const document of [spineReport, urineTest]) yield* documentFiles(patient, document);
  },
};

export const firstAccessPatient: SeedPatient = {
  note: "first access: the password is good once, a new one must be chosen",
  enrolment: people.firstAccess,
  password: "treno lento 63 nuvole",
  firstAccess: true,
  *files(): Generator<SeedFile> {
    const patient = people.firstAccess;
    yield* consentFiles(patient, { date: "2026-06-03", choices: { adhesion: true, history: false } });
    yield* documentFiles(patient, shoulderReport);
  },
};
