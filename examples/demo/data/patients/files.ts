/** Files of a patient, laid out as the import expects: beside each PDF what the clinic says of it. */
import type { ConsentEntry, DocumentEntry, DocumentType, ProtectionClass } from "@tuodossier/sdk/contract";
import { type ConsentForm, consentPdf, type Decision } from "../paper/consent.ts";
import { type Report, reportPdf } from "../paper/report.ts";
import type { Person } from "../people.ts";
import type { SeedFile } from "../seed.ts";

export interface SeedDocument extends Report {
  readonly type: DocumentType;
  readonly services: readonly string[];
  readonly protection?: ProtectionClass;
}

export function* documentFiles(patient: Person, document: SeedDocument): Generator<SeedFile> {
  const { type, facility, date, services, accession, author, unit, protection = "none" } = document;
  const entry: DocumentEntry = {
    kind: "document",
    type,
    facility,
    date,
    services: [...services],
    ...(accession ? { accession } : {}),
    author,
    unit,
    protection,
  };
  const name = `documenti/${date}-${slug(document.title)}${accession ? `-${slug(accession)}` : ""}`;
  yield { path: `${name}.pdf`, bytes: reportPdf(patient, document) };
  yield { path: `${name}.json`, bytes: json(entry) };
}

/** What a patient chose on the privacy form. */
export interface PrivacyChoices {
  readonly adhesion: boolean;
  readonly history: boolean;
  readonly hiv?: boolean;
  readonly abortion?: boolean;
  readonly violence?: boolean;
}

export function* consentFiles(
  patient: Person,
  { date, choices }: { date: string; choices: PrivacyChoices },
): Generator<SeedFile> {
  const { adhesion, history, hiv = false, abortion = false, violence = false } = choices;
  const privacy: Decision[] = [
    { code: "fea", given: true },
    { code: "dse-adhesion", given: adhesion },
    { code: "dse-history", given: history },
    { code: "remote-reporting", given: true },
    { code: "dse-hiv", given: hiv },
    { code: "dse-abortion", given: abortion },
    { code: "dse-violence", given: violence },
  ];
  yield* consentPair(patient, {
    type: "fea-terms",
    date,
    decisions: [{ code: "fea-use", given: true }],
  });
  yield* consentPair(patient, { type: "privacy", date, decisions: privacy });
  yield* consentPair(patient, {
    type: "portal-activation",
    date,
    decisions: [{ code: "portal-activation", given: true }],
  });
}

function* consentPair(patient: Person, form: ConsentForm): Generator<SeedFile> {
  const entry: ConsentEntry = { kind: "consent", ...form, decisions: [...form.decisions], textVersion: "1" };
  yield { path: `consensi/${form.type}.pdf`, bytes: consentPdf(patient, form) };
  yield { path: `consensi/${form.type}.json`, bytes: json(entry) };
}

const json = (entry: unknown) => new TextEncoder().encode(`${JSON.stringify(entry, null, 2)}\n`);

export const slug = (text: string) =>
  text.normalize("NFD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
