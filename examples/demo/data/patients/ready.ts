/** The patient a first look should be taken with. */
import { thoraxFiles } from "../images/ct/series.ts";
import type { Study } from "../dicom/study.ts";
import { people } from "../people.ts";
import type { SeedFile, SeedPatient } from "../seed.ts";
import { consentFiles, documentFiles, type SeedDocument } from "./files.ts";
import { readyDocuments, thoraxReport } from "./ready-documents.ts";

const patient = people.ready;

const studyOf = (
  document: SeedDocument & { accession: string },
  rest: Pick<Study, "key" | "time" | "description" | "sourceAe">,
): Study => ({
  patient,
  accession: document.accession,
  date: document.date,
  facility: document.facility,
  ...rest,
});

const thorax = studyOf(thoraxReport, {
  key: "tc-torace",
  time: "094500",
  description: "TC TORACE CON MDC",
  sourceAe: "CTSALA1",
});

export const readyPatient: SeedPatient = {
  note: "ready to use: past first access, every consent but greater protection, several documents and images",
  enrolment: patient,
  password: "lampada verde 42 onde",
  firstAccess: false,
  *files(): Generator<SeedFile> {
    yield* consentFiles(patient, { date: "2023-04-14", choices: { adhesion: true, history: true } });
    for (const document of readyDocuments) yield* documentFiles(patient, document);
    yield* thoraxFiles(thorax);
  },
};
