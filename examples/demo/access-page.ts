import { accessPage, type Clinics, dayInItaly, patientByCode } from "@tuodossier/server";
import { seedPatients } from "./data/mod.ts";

const WEEK = 7 * 24 * 3_600_000;

/** What the reception of the demo's clinic prints for a seeded patient, made by the product itself. */
export async function demoAccessPage(
  clinics: Clinics,
  { key, codiceFiscale }: { key: string; codiceFiscale: string },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const at = seedPatients.findIndex(({ enrolment }) => enrolment.codiceFiscale === codiceFiscale);
  const tenant = await clinics.find(key);
  const patient = at < 0 ? undefined : tenant && await patientByCode(tenant.db, codiceFiscale);
  if (!tenant || !patient) return null;
  const availableOn = dayInItaly(tenant.now() + WEEK);
  const examNumber = `BR${100_482 + at * 7}/${availableOn.slice(0, 4)}P1`;
  return await accessPage(tenant, { patientId: patient.id, request: { examNumber, availableOn } });
}
