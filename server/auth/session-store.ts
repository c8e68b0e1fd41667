import { instant, SECOND } from "../clock.ts";
import type { ClinicDatabase } from "../tenant.ts";
import { IDLE, SESSIONS } from "./limits.ts";

/** A session as stored: of its tokens, only the digests. */
export interface StoredSession {
  readonly id: string;
  readonly patientId: string;
  readonly origin: string;
  readonly keyThumbprint: string;
  readonly accessExpiresAt: string;
  readonly rotatedAt: string;
  readonly authenticatedAt: string;
  readonly idleUntil: string;
  readonly endsAt: string;
}

const columns = [
  "id",
  "patient_id as patientId",
  "origin",
  "key_thumbprint as keyThumbprint",
  "access_expires_at as accessExpiresAt",
  "rotated_at as rotatedAt",
  "authenticated_at as authenticatedAt",
  "idle_until as idleUntil",
  "ends_at as endsAt",
] as const;

const alive = (db: ClinicDatabase, now: number) =>
  db.selectFrom("sessions").select(columns).where("ended_at", "is", null)
    .where("idle_until", ">", instant(now)).where("ends_at", ">", instant(now));

export const sessionByAccess = (db: ClinicDatabase, accessHash: string, now: number) =>
  alive(db, now).where("access_hash", "=", accessHash).executeTakeFirst();

export const sessionByRefresh = (db: ClinicDatabase, refreshHash: string, now: number) =>
  alive(db, now).where("refresh_hash", "=", refreshHash).executeTakeFirst();

/** The session whose refresh token this was, one rotation ago. */
export const sessionByUsedRefresh = (db: ClinicDatabase, refreshHash: string, now: number) =>
  alive(db, now).where("previous_refresh_hash", "=", refreshHash).executeTakeFirst();

/** Adds a session and ends the oldest ones beyond what a patient may have. */
export async function addSession(
  db: ClinicDatabase,
  session: StoredSession & { accessHash: string; refreshHash: string },
  now: number,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.insertInto("sessions").values({
      id: session.id,
      patient_id: session.patientId,
      origin: session.origin,
      key_thumbprint: session.keyThumbprint,
      access_hash: session.accessHash,
      access_expires_at: session.accessExpiresAt,
      refresh_hash: session.refreshHash,
      previous_refresh_hash: null,
      rotated_at: session.rotatedAt,
      authenticated_at: session.authenticatedAt,
      idle_until: session.idleUntil,
      ends_at: session.endsAt,
      ended_at: null,
    }).execute();
    const open = await alive(tx, now).where("patient_id", "=", session.patientId).orderBy("id", "desc")
      .offset(SESSIONS).limit(1000).execute();
    for (const { id } of open) await endSession(tx, id, now);
  });
}

/** Trades the tokens for new ones; false when another request was first. */
export async function rotateTokens(
  db: ClinicDatabase,
  facts: {
    id: string;
    from: string;
    previous: string;
    accessHash: string;
    refreshHash: string;
    accessExpiresAt: string;
    now: number;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable("sessions").set({
    access_hash: facts.accessHash,
    access_expires_at: facts.accessExpiresAt,
    refresh_hash: facts.refreshHash,
    previous_refresh_hash: facts.previous,
    rotated_at: instant(facts.now),
    idle_until: instant(facts.now + IDLE * SECOND),
  }).where("id", "=", facts.id).where("refresh_hash", "=", facts.from).executeTakeFirst();
  return numUpdatedRows === 1n;
}

export const refreshHashOf = async (db: ClinicDatabase, id: string): Promise<string | undefined> =>
  (await db.selectFrom("sessions").select("refresh_hash").where("id", "=", id).executeTakeFirst())
    ?.refresh_hash;

/** Activity moves the end of the session's idle time. */
export async function touchSession(db: ClinicDatabase, id: string, now: number): Promise<void> {
  await db.updateTable("sessions").set({ idle_until: instant(now + IDLE * SECOND) }).where("id", "=", id)
    .where("idle_until", ">", instant(now)).execute();
}

export async function endSession(db: ClinicDatabase, id: string, now: number): Promise<void> {
  await db.updateTable("sessions").set({ ended_at: instant(now) }).where("id", "=", id)
    .where("ended_at", "is", null).execute();
}

/** Whether the session still stands: what outlives a request asks again. */
export async function isOpen(db: ClinicDatabase, id: string): Promise<boolean> {
  const row = await db.selectFrom("sessions").select("ended_at").where("id", "=", id).executeTakeFirst();
  return row?.ended_at === null;
}
