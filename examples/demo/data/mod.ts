/** The demo's clinic, patients and their files, all invented, the same at every run. */
import { longHistoryPatient } from "./patients/history-200.ts";
import { imagesPatient } from "./patients/images.ts";
import { readyPatient } from "./patients/ready.ts";
import { firstAccessPatient, withoutDossierPatient } from "./patients/smaller.ts";
import type { SeedPatient } from "./seed.ts";

export { seedClinic } from "./clinic.ts";
export type { SeedFile, SeedPatient } from "./seed.ts";

/** The first is the one to show. */
export const seedPatients: readonly SeedPatient[] = [
  readyPatient,
  imagesPatient,
  withoutDossierPatient,
  longHistoryPatient,
  firstAccessPatient,
];
