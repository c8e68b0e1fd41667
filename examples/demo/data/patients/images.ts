/** A second patient with images: a radiograph of the chest and mammograms. */
import { seedClinic } from "../clinic.ts";
import type { Study } from "../dicom/study.ts";
import { mammogramFiles } from "../images/mammogram/series.ts";
import { chestFilm } from "../images/radiograph/chest.ts";
import { radiographFiles } from "../images/radiograph/series.ts";
import { people } from "../people.ts";
import type { SeedFile, SeedPatient } from "../seed.ts";
import { authors } from "./authors.ts";
import { consentFiles, documentFiles, type SeedDocument } from "./files.ts";

const { main, east, laboratory } = seedClinic.facilities;
const patient = people.images;

const chestReport = {
  ...authors.radiology,
  type: "referto",
  title: "Radiografia del torace",
  date: "2026-04-22",
  facility: main,
  services: ["RX TORACE"],
  accession: "AQ109318/2026P1",
  sections: [
    { heading: "Quesito clinico", text: "Tosse da tre settimane." },
    {
      heading: "Referto",
      text:
        "Non si osservano addensamenti parenchimali. Seni costofrenici liberi. Ombra cardiomediastinica nei " +
        "limiti. Ili di aspetto vascolare. Non alterazioni ossee.",
    },
    { heading: "Conclusioni", text: "Esame nei limiti della norma." },
  ],
} as const satisfies SeedDocument;

const mammogramReport = {
  ...authors.senology,
  type: "referto",
  title: "Mammografia bilaterale",
  date: "2025-10-15",
  facility: east,
  services: ["MAMMOGRAFIA BILATERALE"],
  accession: "AQ095520/2025P1",
  sections: [
    { heading: "Quesito clinico", text: "Prevenzione." },
    { heading: "Tecnica", text: "Proiezioni cranio-caudali e medio-laterali oblique." },
    {
      heading: "Referto",
      text:
        "Mammelle a composizione fibroghiandolare sparsa (densità B). Non opacità nodulari sospette né distorsioni. " +
        "Rare calcificazioni grossolane di aspetto benigno a sinistra. Cute e capezzoli regolari.",
    },
    { heading: "Conclusioni", text: "Reperti benigni (BI-RADS 2). Prossimo controllo tra dodici mesi." },
  ],
} as const satisfies SeedDocument;

const thyroidTest: SeedDocument = {
  ...authors.laboratory,
  type: "referto-laboratorio",
  title: "Funzione tiroidea",
  date: "2025-03-06",
  facility: laboratory,
  services: ["TSH", "FT4"],
  accession: "LB018102/2025",
  sections: [{
    heading: "Ormoni",
    analytes: [
      { name: "TSH", result: "3,02", unit: "mUI/L", reference: "0,40 – 4,00" },
      { name: "FT4", result: "1,11", unit: "ng/dL", reference: "0,90 – 1,70" },
    ],
  }],
};

const chest: Study = {
  patient,
  accession: chestReport.accession,
  key: "rx-torace",
  date: chestReport.date,
  time: "151500",
  description: "RX TORACE",
  facility: main,
  sourceAe: "CRSALA2",
};

const mammogram: Study = {
  patient,
  accession: mammogramReport.accession,
  key: "mammografia",
  date: mammogramReport.date,
  time: "103000",
  description: "MAMMOGRAFIA BILATERALE",
  facility: east,
  sourceAe: "MGSALA1",
};

export const imagesPatient: SeedPatient = {
  note: "a second patient with images: chest radiograph and mammograms",
  enrolment: patient,
  password: "mulino azzurro 29 vele",
  firstAccess: false,
  *files(): Generator<SeedFile> {
    yield* consentFiles(patient, { date: "2025-03-06", choices: { adhesion: true, history: false } });
    for (const document of [chestReport, mammogramReport, thyroidTest]) {
      yield* documentFiles(patient, document);
    }
    yield* radiographFiles(chest, [{
      description: "TORACE PA",
      bodyPart: "CHEST",
      view: "PA",
      orientation: "L\\F",
      film: () => chestFilm(5),
    }]);
    yield* mammogramFiles(mammogram);
  },
};
