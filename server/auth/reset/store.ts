import { HOUR, instant } from "../../clock.ts";
import type { ClinicDatabase } from "../../tenant.ts";

/** Somebody asked for a link; whether there is such a user is looked up later. */
export async function addResetRequest(
  db: ClinicDatabase,
  { id, userName, now }: { id: string; userName: string; now: number },
): Promise<void> {
  await db.insertInto("reset_requests").values({ id, user_name: userName, at: instant(now) }).execute();
}

/** Requests that wait, oldest first. */
export async function waitingRequests(db: ClinicDatabase): Promise<readonly string[]> {
  const rows = await db.selectFrom("reset_requests").select("id").orderBy("id").limit(1000).execute();
  return rows.map(({ id }) => id);
}

/** Takes a request out: its user name, or undefined where somebody took it already. */
export async function takeRequest(tx: ClinicDatabase, id: string): Promise<string | undefined> {
  const row = await tx.deleteFrom("reset_requests").where("id", "=", id).returning("user_name")
    .executeTakeFirst();
  return row?.user_name;
}

/** How many links a patient got since then: the used and the old ones stay as long as they are counted. */
export async function linksSince(db: ClinicDatabase, patientId: string, since: number): Promise<number> {
  const { count } = await db.selectFrom("reset_tokens").select((e) => e.fn.countAll<number>().as("count"))
    .where("patient_id", "=", patientId).where("created_at", ">", instant(since)).executeTakeFirstOrThrow();
  return count;
}

/** Adds a link's token, within a transaction; the patient's older ones end with it. */
export async function addResetToken(
  tx: ClinicDatabase,
  token: { tokenHash: string; patientId: string; expiresAt: string; now: number },
): Promise<void> {
  const { tokenHash, patientId, expiresAt, now } = token;
  await tx.deleteFrom("reset_tokens").where("created_at", "<=", instant(now - HOUR)).execute();
  await endResetTokensOf(tx, patientId, now);
  await tx.insertInto("reset_tokens").values({
    token_hash: tokenHash,
    patient_id: patientId,
    created_at: instant(now),
    expires_at: expiresAt,
  }).execute();
}

/** Whose link it is, if it is good still; looking uses nothing up. */
export async function patientOfToken(
  db: ClinicDatabase,
  { tokenHash, now }: { tokenHash: string; now: number },
): Promise<string | undefined> {
  const row = await db.selectFrom("reset_tokens").select("patient_id").where("token_hash", "=", tokenHash)
    .where("expires_at", ">", instant(now)).executeTakeFirst();
  return row?.patient_id;
}

/** Uses a link up in one statement: of any number at once, one learns whose it is. */
export async function takeResetToken(
  db: ClinicDatabase,
  { tokenHash, now }: { tokenHash: string; now: number },
): Promise<string | undefined> {
  const row = await db.updateTable("reset_tokens").set({ expires_at: instant(now) })
    .where("token_hash", "=", tokenHash).where("expires_at", ">", instant(now)).returning("patient_id")
    .executeTakeFirst();
  return row?.patient_id;
}

export async function endResetTokensOf(db: ClinicDatabase, patientId: string, now: number): Promise<void> {
  await db.updateTable("reset_tokens").set({ expires_at: instant(now) }).where("patient_id", "=", patientId)
    .where("expires_at", ">", instant(now)).execute();
}
