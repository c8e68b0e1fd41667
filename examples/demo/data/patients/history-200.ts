/** A patient with two hundred documents over fourteen years. */
import { seedClinic } from "../clinic.ts";
import { random } from "../images/noise.ts";
import { people } from "../people.ts";
import type { SeedFile, SeedPatient } from "../seed.ts";
import { historyKinds } from "./history-kinds.ts";
import { consentFiles, documentFiles, type SeedDocument } from "./files.ts";

const count = 200;
const patient = people.longHistory;
const facilities = Object.values(seedClinic.facilities);
const firstDay = Date.UTC(2012, 2, 5);
const lastDay = Date.UTC(2026, 5, 12);

export const longHistoryPatient: SeedPatient = {
  note: "200 documents of every type",
  enrolment: patient,
  password: "bussola gialla 88 ponti",
  firstAccess: false,
  *files(): Generator<SeedFile> {
    yield* consentFiles(patient, {
      date: "2019-02-11",
      choices: { adhesion: true, history: true, hiv: true },
    });
    for (const document of documents()) yield* documentFiles(patient, document);
  },
};

function* documents(): Generator<SeedDocument> {
  const next = random(200);
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)];
  for (let i = 0; i < count; i++) {
    const kind = pick(historyKinds);
    const at = lastDay - (lastDay - firstDay) * (i + next() * 0.8) / count;
    const date = new Date(at).toISOString().slice(0, 10);
    const number = String(120000 - i * 523 - Math.floor(next() * 400)).padStart(6, "0");
    const services = kind.services.filter((_, k) => k === 0 || next() > 0.5);
    yield {
      type: kind.type,
      title: kind.title,
      ...kind.author,
      date,
      facility: kind.facility ?? pick(facilities.slice(0, 2)),
      services: next() < 0.06 ? [] : services,
      accession: `${kind.prefix}${number}/${date.slice(0, 4)}`,
      sections: [
        ...(kind.question ? [{ heading: "Quesito clinico", text: pick(kind.question) }] : []),
        { heading: kind.heading, text: kind.findings.map((choices) => pick(choices)).join(" ") },
        { heading: "Conclusioni", text: pick(kind.conclusions) },
      ],
    };
  }
}
