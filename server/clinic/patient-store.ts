import type { Enrolment } from "@tuodossier/sdk/contract";
import { sql } from "kysely";
import { instant } from "../clock.ts";
import type { ClinicDatabase } from "../tenant.ts";

/** Adds a patient; says whose what is where the codice fiscale or the number is somebody's already. */
export async function addPatient(
  db: ClinicDatabase,
  patient: Enrolment & { id: string; patientNumber: string; now: number },
): Promise<"added" | "code-taken" | "number-taken"> {
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
  if (row) return "added";
  const same = await db.selectFrom("patients").select("id")
    .where("codice_fiscale", "=", patient.codiceFiscale).executeTakeFirst();
  return same ? "code-taken" : "number-taken";
}

/** The highest number of digits alone, whoever gave it; 0 where there is none. More than 15 digits count as text. */
export async function highestNumber(db: ClinicDatabase): Promise<number> {
  const { highest } = await db.selectFrom("patients")
    .select(sql<number | null>`max(CAST(patient_number AS INTEGER))`.as("highest"))
    .where(sql<boolean>`patient_number NOT GLOB '*[^0-9]*' AND length(patient_number) <= 15`)
    .executeTakeFirstOrThrow();
  return highest ?? 0;
}

export const patientPhone = async (db: ClinicDatabase, id: string): Promise<string | undefined> =>
  (await db.selectFrom("patients").select("phone").where("id", "=", id).executeTakeFirst())?.phone;
