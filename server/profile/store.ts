import type { ClinicDatabase } from "../tenant.ts";

/** A patient's own data as stored, the telephone in full. */
export interface Patient {
  readonly id: string;
  readonly patientNumber: string;
  readonly codiceFiscale: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly phone: string;
  readonly email: string | null;
}

const patients = (db: ClinicDatabase) =>
  db.selectFrom("patients").select([
    "id",
    "patient_number as patientNumber",
    "codice_fiscale as codiceFiscale",
    "given_name as givenName",
    "family_name as familyName",
    "birth_date as birthDate",
    "sex",
    "phone",
    "email",
  ]);

export const patientById = (db: ClinicDatabase, id: string): Promise<Patient> =>
  patients(db).where("id", "=", id).executeTakeFirstOrThrow();

export const patientByCode = (db: ClinicDatabase, codiceFiscale: string): Promise<Patient | undefined> =>
  patients(db).where("codice_fiscale", "=", codiceFiscale).executeTakeFirst();
