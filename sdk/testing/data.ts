/** An invented patient of an invented clinic: what a double holds where a test gives nothing of its own. */
import { consentCodes, type ConsentList } from "../contract/consents.ts";
import type { Document } from "../contract/documents.ts";
import type { ClinicCard } from "../contract/help.ts";
import type { Study } from "../contract/imaging.ts";
import type { Profile } from "../contract/profile.ts";

const id = (kind: number, number: number) =>
  `0190000${kind}-0000-7000-8000-${String(number).padStart(12, "0")}`;

export const profile: Profile = {
  id: id(0, 1),
  patientNumber: "PZ-000001",
  givenName: "Prova",
  familyName: "Paziente",
  codiceFiscale: "PZNPRV58C52F205K",
  birthDate: "1958-03-12",
  sex: "F",
  email: "paziente@example.org",
  maskedPhone: "*****46",
  authenticator: false,
  recoveryCodes: 0,
};

export const clinic: ClinicCard = {
  name: "Clinica di prova",
  phone: "0999 000 000",
  hours: null,
  helpUrl: null,
  signInWith: null,
};

const radiology = { id: id(1, 1), name: "Radiologia" };
const laboratory = { id: id(1, 2), name: "Laboratorio analisi" };
const common = { accession: null, author: null, unit: null, studies: 0, obscuredAt: null };

export const documents: readonly Document[] = [
  {
    ...common,
    id: id(2, 1),
    type: "referto",
    facility: radiology,
    date: "2025-10-25",
    services: ["RX PIEDE DX"],
    contentBytes: 41_000,
    studies: 1,
    unread: true,
    etag: '"1"',
  },
  {
    ...common,
    id: id(2, 2),
    type: "referto-laboratorio",
    facility: laboratory,
    date: "2025-10-07",
    services: ["ESAMI DEL SANGUE"],
    contentBytes: 38_000,
    unread: false,
    etag: '"2"',
  },
];

/** The studies, by the document they belong to. */
export const studies: Readonly<Record<string, readonly Study[]>> = {
  [id(2, 1)]: [{
    id: id(3, 1),
    state: "available",
    accession: null,
    date: "2025-10-25",
    time: "09:30",
    description: "RX PIEDE DX",
    modalities: ["CR"],
    sourceAe: "PROVA",
    facility: radiology.name,
    series: [],
    bytes: 12_000_000,
  }],
};

const since = "2024-11-25T10:30:00.000Z";

export const consents: ConsentList = {
  documents: [{
    id: id(4, 1),
    type: "privacy",
    date: "2024-11-25",
    decisions: [{ code: "dse-adhesion", given: true }, { code: "dse-history", given: false }],
    contentBytes: 48_000,
  }],
  effective: consentCodes.map((code) => {
    const given = code === "dse-adhesion" || code === "portal-activation";
    return { code, given, since: given ? since : null };
  }),
};
