import { sql } from "kysely";
import { instant, SECOND } from "../../clock.ts";
import type { ClinicDatabase } from "../../tenant.ts";
import { closedFor, CODE_FAILURES } from "../limits.ts";

/** An account with what sign-in needs to know of its patient. */
export interface Account {
  readonly patientId: string;
  readonly passwordHash: string;
  readonly firstPasswordUntil: string | null;
  readonly disabledAt: string | null;
  readonly codesClosedUntil: string | null;
  readonly smsExplainedAt: string | null;
  /** Since when an authenticator is asked for in place of an SMS. */
  readonly authenticatorSince: string | null;
  readonly phone: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly codiceFiscale: string;
  readonly birthDate: string;
  readonly email: string | null;
}

const accounts = (db: ClinicDatabase) =>
  db.selectFrom("accounts").innerJoin("patients", "patients.id", "accounts.patient_id").select([
    "patient_id as patientId",
    "password_hash as passwordHash",
    "first_password_until as firstPasswordUntil",
    "disabled_at as disabledAt",
    "codes_closed_until as codesClosedUntil",
    "sms_explained_at as smsExplainedAt",
    "authenticator_since as authenticatorSince",
    "phone",
    "given_name as givenName",
    "family_name as familyName",
    "codice_fiscale as codiceFiscale",
    "birth_date as birthDate",
    "email",
  ]);

export const accountOf = (db: ClinicDatabase, codiceFiscale: string): Promise<Account | undefined> =>
  accounts(db).where("codice_fiscale", "=", codiceFiscale).executeTakeFirst();

export const accountById = (db: ClinicDatabase, patientId: string): Promise<Account | undefined> =>
  accounts(db).where("patient_id", "=", patientId).executeTakeFirst();

/** The account, unless it is disabled. */
export const enabledAccount = (db: ClinicDatabase, patientId: string): Promise<Account | undefined> =>
  accounts(db).where("patient_id", "=", patientId).where("disabled_at", "is", null).executeTakeFirst();

export async function setPassword(
  db: ClinicDatabase,
  facts: { patientId: string; passwordHash: string; firstPasswordUntil: string | null },
): Promise<void> {
  const { patientId, passwordHash, firstPasswordUntil } = facts;
  await db.insertInto("accounts").values({
    patient_id: patientId,
    password_hash: passwordHash,
    first_password_until: firstPasswordUntil,
    disabled_at: null,
    code_failures: 0,
    codes_closed_until: null,
    codes_closings: 0,
  }).onConflict((c) =>
    c.column("patient_id").doUpdateSet({
      password_hash: passwordHash,
      first_password_until: firstPasswordUntil,
    })
  ).execute();
}

/** Stores the same password's hash anew, unless it was replaced meanwhile. */
export async function renewPasswordHash(
  db: ClinicDatabase,
  facts: { patientId: string; from: string; to: string },
): Promise<void> {
  await db.updateTable("accounts").set({ password_hash: facts.to }).where("patient_id", "=", facts.patientId)
    .where("password_hash", "=", facts.from).execute();
}

/**
 * One more wrong code in a row, within a transaction; the tenth closes the path, for longer each time.
 * @returns whether this one closed it.
 */
export async function countWrongCode(tx: ClinicDatabase, patientId: string, now: number): Promise<boolean> {
  const row = await tx.updateTable("accounts").set({ code_failures: sql`code_failures + 1` })
    .where("patient_id", "=", patientId).returning(["code_failures", "codes_closings"])
    .executeTakeFirstOrThrow();
  if (row.code_failures < CODE_FAILURES) return false;
  await tx.updateTable("accounts").set({
    code_failures: 0,
    codes_closings: row.codes_closings + 1,
    codes_closed_until: instant(now + closedFor(row.codes_closings) * SECOND),
  }).where("patient_id", "=", patientId).execute();
  return true;
}

/** @param facts.at Milliseconds; null lets the patient in again. */
export async function setDisabled(
  db: ClinicDatabase,
  { patientId, at }: { patientId: string; at: number | null },
): Promise<void> {
  await db.updateTable("accounts").set({ disabled_at: at === null ? null : instant(at) })
    .where("patient_id", "=", patientId).execute();
}

/** The patient was told that SMS is the weaker factor. */
export async function noteSmsExplained(db: ClinicDatabase, patientId: string, now: number): Promise<void> {
  await db.updateTable("accounts").set({ sms_explained_at: instant(now) }).where("patient_id", "=", patientId)
    .execute();
}

export async function clearWrongCodes(db: ClinicDatabase, patientId: string): Promise<void> {
  await db.updateTable("accounts").set({ code_failures: 0, codes_closed_until: null, codes_closings: 0 })
    .where("patient_id", "=", patientId).execute();
}

/** All counters of failed sign-ins and codes of a clinic back to nothing: a demo may be shown again. */
export async function clearAllFailures(db: ClinicDatabase): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom("attempts").execute();
    await tx.deleteFrom("address_failures").execute();
    await tx.deleteFrom("codes").execute();
    await tx.updateTable("accounts").set({ code_failures: 0, codes_closed_until: null, codes_closings: 0 })
      .execute();
  });
}
