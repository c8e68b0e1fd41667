import { DAY, instant, SECOND } from "../../clock.ts";
import type { ClinicDatabase } from "../../tenant.ts";
import { IDLE, SESSIONS } from "../limits.ts";

/** How long after its end a session is kept, for questions. */
const KEPT = 30 * DAY;

/** A session as stored: of its tokens, only the digests. */
export interface StoredSession {
  readonly id: string;
  readonly patientId: string;
  readonly origin: string;
  readonly keyThumbprint: string;
  readonly accessExpiresAt: string;
  /** What the refresh token in force was traded for, and when that was. */
  readonly previousRefreshHash: string | null;
  readonly rotatedAt: string;
  readonly authenticatedAt: string;
  readonly idleUntil: string;
  readonly endsAt: string;
  readonly deviceId: string | null;
  /** The browser, as a patient would call it. */
  readonly device: string;
  /** The provider's identity that was signed in with. */
  readonly identityHash: string | null;
}

const columns = [
  "id",
  "sessions.patient_id as patientId",
  "origin",
  "key_thumbprint as keyThumbprint",
  "access_expires_at as accessExpiresAt",
  "previous_refresh_hash as previousRefreshHash",
  "rotated_at as rotatedAt",
  "authenticated_at as authenticatedAt",
  "idle_until as idleUntil",
  "sessions.ends_at as endsAt",
  "device_id as deviceId",
  "device",
  "identity_hash as identityHash",
] as const;

const alive = (db: ClinicDatabase, now: number) =>
  db.selectFrom("sessions").innerJoin("accounts", "accounts.patient_id", "sessions.patient_id")
    .select(columns).where("disabled_at", "is", null).where("ended_at", "is", null)
    .where("idle_until", ">", instant(now)).where("sessions.ends_at", ">", instant(now));

export const sessionByAccess = (db: ClinicDatabase, accessHash: string, now: number) =>
  alive(db, now).where("access_hash", "=", accessHash).executeTakeFirst();

export const sessionByRefresh = (db: ClinicDatabase, refreshHash: string, now: number) =>
  alive(db, now).where("refresh_hash", "=", refreshHash).executeTakeFirst();

/** The session whose refresh token this was, any number of rotations ago. */
export const sessionByUsedRefresh = (db: ClinicDatabase, refreshHash: string, now: number) =>
  alive(db, now).innerJoin("used_refresh_tokens", "used_refresh_tokens.session_id", "sessions.id")
    .where("token_hash", "=", refreshHash).executeTakeFirst();

/** A patient's sessions that can still be used, newest first. */
export const sessionsOf = (db: ClinicDatabase, patientId: string, now: number): Promise<StoredSession[]> =>
  alive(db, now).where("sessions.patient_id", "=", patientId).orderBy("id", "desc").execute();

const unended = (db: ClinicDatabase) =>
  db.selectFrom("sessions").select(columns).where("ended_at", "is", null);

/** The session of an access token, idle ones included: their downloads may still run. */
export const unendedByAccess = (db: ClinicDatabase, accessHash: string) =>
  unended(db).where("access_hash", "=", accessHash).executeTakeFirst();

/** The newest session of a key on a page. */
export const unendedByKey = (
  db: ClinicDatabase,
  { keyThumbprint, origin }: { keyThumbprint: string; origin: string },
) =>
  unended(db).where("key_thumbprint", "=", keyThumbprint).where("origin", "=", origin)
    .orderBy("id", "desc").executeTakeFirst();

/**
 * Adds a session, within a transaction, and ends the oldest ones beyond what a patient may have; those long over
 * leave the table.
 */
export async function addSession(
  tx: ClinicDatabase,
  session: StoredSession & { accessHash: string; refreshHash: string },
  now: number,
): Promise<void> {
  await tx.deleteFrom("sessions").where("ends_at", "<=", instant(now - KEPT)).execute();
  await tx.insertInto("sessions").values({
    id: session.id,
    patient_id: session.patientId,
    origin: session.origin,
    key_thumbprint: session.keyThumbprint,
    access_hash: session.accessHash,
    access_expires_at: session.accessExpiresAt,
    refresh_hash: session.refreshHash,
    previous_refresh_hash: session.previousRefreshHash,
    rotated_at: session.rotatedAt,
    authenticated_at: session.authenticatedAt,
    idle_until: session.idleUntil,
    ends_at: session.endsAt,
    ended_at: null,
    device_id: session.deviceId,
    device: session.device,
    identity_hash: session.identityHash,
  }).execute();
  const open = await alive(tx, now).where("sessions.patient_id", "=", session.patientId)
    .orderBy("id", "desc").offset(SESSIONS).limit(1000).execute();
  for (const { id } of open) await endSession(tx, id, now);
}

/** Trades the tokens for new ones, within the transaction that read the session; the old one is remembered. */
export async function rotateTokens(
  tx: ClinicDatabase,
  session: StoredSession & { accessHash: string; refreshHash: string },
  now: number,
): Promise<void> {
  await tx.deleteFrom("used_refresh_tokens").where("ends_at", "<=", instant(now)).execute();
  await tx.insertInto("used_refresh_tokens").columns(["token_hash", "session_id", "ends_at"])
    .expression(
      tx.selectFrom("sessions").select(["refresh_hash", "id", "ends_at"]).where("id", "=", session.id),
    )
    .execute();
  await tx.updateTable("sessions").set({
    access_hash: session.accessHash,
    access_expires_at: session.accessExpiresAt,
    refresh_hash: session.refreshHash,
    previous_refresh_hash: session.previousRefreshHash,
    rotated_at: session.rotatedAt,
    idle_until: session.idleUntil,
  }).where("id", "=", session.id).execute();
}

/** Password or code were given again. */
export async function noteSignIn(db: ClinicDatabase, id: string, now: number): Promise<void> {
  await db.updateTable("sessions").set({ authenticated_at: instant(now) }).where("id", "=", id).execute();
}

/** Activity moves the end of the session's idle time. */
export async function touchSession(db: ClinicDatabase, id: string, now: number): Promise<void> {
  await db.updateTable("sessions").set({ idle_until: instant(now + IDLE * SECOND) }).where("id", "=", id)
    .where("idle_until", ">", instant(now)).execute();
}

export async function endSession(db: ClinicDatabase, id: string, now: number): Promise<void> {
  await db.updateTable("sessions").set({ ended_at: instant(now) }).where("id", "=", id)
    .where("ended_at", "is", null).execute();
  await db.deleteFrom("used_refresh_tokens").where("session_id", "=", id).execute();
}

/** Ends all sessions of a patient but `kept`, within a transaction. */
export async function endSessionsOf(
  tx: ClinicDatabase,
  { patientId, now, kept }: { patientId: string; now: number; kept?: string },
): Promise<void> {
  const open = await tx.selectFrom("sessions").select("id").where("patient_id", "=", patientId)
    .where("ended_at", "is", null).execute();
  for (const { id } of open) if (id !== kept) await endSession(tx, id, now);
}

/** Whether the session can still be used. */
export const isAlive = async (db: ClinicDatabase, id: string, now: number): Promise<boolean> =>
  await alive(db, now).where("id", "=", id).executeTakeFirst() !== undefined;

/** Whether the session still stands, idle or not: what outlives a request asks again. */
export async function isOpen(db: ClinicDatabase, id: string): Promise<boolean> {
  const row = await db.selectFrom("sessions")
    .innerJoin("accounts", "accounts.patient_id", "sessions.patient_id").select("id")
    .where("id", "=", id).where("ended_at", "is", null).where("disabled_at", "is", null).executeTakeFirst();
  return row !== undefined;
}
