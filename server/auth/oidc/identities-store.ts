import { DAY, instant } from "../../clock.ts";
import type { ClinicDatabase } from "../../tenant.ts";

/** A person at a provider, and the patient they proved to be, if they did. */
export interface Identity {
  readonly hash: string;
  readonly issuer: string;
  readonly subject: string;
  readonly patientId: string | null;
}

export const identityOf = (db: ClinicDatabase, hash: string): Promise<Identity | undefined> =>
  db.selectFrom("identities").select(["hash", "issuer", "subject", "patient_id as patientId"])
    .where("hash", "=", hash).executeTakeFirst();

/** Remembers a person; who never proved to be a patient is forgotten after a day. */
export async function noteIdentity(
  db: ClinicDatabase,
  identity: Omit<Identity, "patientId"> & { now: number },
): Promise<void> {
  const { hash, issuer, subject, now } = identity;
  await db.deleteFrom("identities").where("patient_id", "is", null)
    .where("created_at", "<=", instant(now - DAY)).execute();
  await db.insertInto("identities")
    .values({ hash, issuer, subject, patient_id: null, created_at: instant(now) })
    .onConflict((c) => c.column("hash").doNothing()).execute();
}

/** @returns whether the link is new. */
export async function setPatient(
  db: ClinicDatabase,
  { hash, patientId }: { hash: string; patientId: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable("identities")
    .set({ patient_id: patientId }).where("hash", "=", hash)
    .where((e) => e.or([e("patient_id", "is", null), e("patient_id", "!=", patientId)])).executeTakeFirst();
  await db.deleteFrom("waiting_identities").where("identity_hash", "=", hash).execute();
  return numUpdatedRows > 0n;
}

/** A patient's identities are nobody's again, until somebody proves anew to be the patient. */
export async function unlinkIdentities(db: ClinicDatabase, patientId: string): Promise<void> {
  await db.updateTable("identities").set({ patient_id: null }).where("patient_id", "=", patientId).execute();
}

/** Adds an identity that waits for its person; those that waited too long leave the table. */
export async function addWaiting(
  db: ClinicDatabase,
  facts: { tokenHash: string; identityHash: string; browserHash: string; now: number; expiresAt: number },
): Promise<void> {
  await db.deleteFrom("waiting_identities").where("expires_at", "<=", instant(facts.now)).execute();
  await db.insertInto("waiting_identities").values({
    token_hash: facts.tokenHash,
    identity_hash: facts.identityHash,
    browser_hash: facts.browserHash,
    expires_at: instant(facts.expiresAt),
  }).execute();
}

/** The identity that waits under a token, in the browser it came from. */
export async function findWaiting(
  db: ClinicDatabase,
  facts: { tokenHash: string; browserHash: string; now: number },
): Promise<string | null> {
  const row = await db.selectFrom("waiting_identities").select("identity_hash")
    .where("token_hash", "=", facts.tokenHash).where("browser_hash", "=", facts.browserHash)
    .where("expires_at", ">", instant(facts.now)).executeTakeFirst();
  return row?.identity_hash ?? null;
}
