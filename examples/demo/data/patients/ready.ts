/** The patient a first look should be taken with. */
import { thoraxFiles } from "../images/ct/series.ts";
import { brainFiles } from "../images/mr/series.ts";
import { footProjections } from "../images/radiograph/feet.ts";
import { radiographFiles } from "../images/radiograph/series.ts";
import { heartFiles } from "../images/ultrasound/series.ts";
import type { Study } from "../dicom/study.ts";
import { people } from "../people.ts";
import type { SeedFile, SeedPatient } from "../seed.ts";
import { consentFiles, documentFiles, type SeedDocument } from "./files.ts";
import { brainReport, footReport, heartReport, readyDocuments, thoraxReport } from "./ready-documents.ts";

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

const foot = (name: "DX" | "SX", time: string) =>
  studyOf(footReport, {
    key: `rx-piede-${name.toLowerCase()}`,
    time,
    description: `RX PIEDE ${name}`,
    sourceAe: "CRSALA2",
  });

const brain = studyOf(brainReport, {
  key: "rm-encefalo",
  time: "161000",
  description: "RM ENCEFALO",
  sourceAe: "RMSALA1",
});

const heart = studyOf(heartReport, {
  key: "ecocardio",
  time: "112000",
  description: "ECOCARDIOGRAMMA",
  sourceAe: "ECOCUORE1",
});

export const readyPatient: SeedPatient = {
  note: "ready to use: past first access, every consent but greater protection, several documents and images",
  enrolment: patient,
  password: "lampada verde 42 onde",
  firstAccess: false,
  *files(): Generator<SeedFile> {
    yield* consentFiles(patient, { date: "2024-10-07", choices: { adhesion: true, history: true } });
    for (const document of readyDocuments) yield* documentFiles(patient, document);
    yield* radiographFiles(foot("DX", "083000"), footProjections({ side: "R", valgus: 0.13, seed: 1 }));
    yield* radiographFiles(foot("SX", "083600"), footProjections({ side: "L", valgus: -0.02, seed: 3 }));
    yield* brainFiles(brain);
    yield* heartFiles(heart);
    yield* thoraxFiles(thorax);
  },
};
