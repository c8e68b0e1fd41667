import type { Enrolment } from "@tuodossier/sdk/contract";
import { instant } from "../clock.ts";
import type { ClinicDatabase } from "../tenant.ts";

/** Adds a patient; undefined when the codice fiscale or the number is somebody's already. */
export async function addPatient(
  db: ClinicDatabase,
  patient: Enrolment & { id: string; patientNumber: string; now: number },
): Promise<string | undefined> {
  const row = await db.insertInto("patients").values({
    id: patient.id,
    patient_number: patient.patientNumber,
    codice_fiscale: patient.codiceFiscale,
    given_name: patient.givenName,
    family_name: patient.familyName,
    birth_date: patient.birthDate,
    sex: patient.sex,
    phone: patient.phone,
    email: patient.email ?? null,
    created_at: instant(patient.now),
  }).onConflict((c) => c.doNothing()).returning("id").executeTakeFirst();
  return row?.id;
}

export async function countPatients(db: ClinicDatabase): Promise<number> {
  const { count } = await db.selectFrom("patients").select((e) => e.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}
