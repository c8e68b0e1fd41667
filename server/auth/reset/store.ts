import { DAY, instant } from "../../clock.ts";
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
  await tx.deleteFrom("reset_tokens").where("created_at", "<=", instant(now - DAY)).execute();
  await endResetTokensOf(tx, patientId, now);
  await tx.insertInto("reset_tokens").values({
    token_hash: tokenHash,
    patient_id: patientId,
    created_at: instant(now),
    expires_at: expiresAt,
  }).execute();
}

/** Whose link it is, if it is good still, and until when; looking uses nothing up. */
export const goodToken = (
  db: ClinicDatabase,
  { tokenHash, now }: { tokenHash: string; now: number },
): Promise<{ patientId: string; expiresAt: string } | undefined> =>
  db.selectFrom("reset_tokens").select(["patient_id as patientId", "expires_at as expiresAt"])
    .where("token_hash", "=", tokenHash).where("expires_at", ">", instant(now)).executeTakeFirst();

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

/** A link that was taken for nothing is as good as before, unless the patient got a newer one. */
export async function returnResetToken(
  tx: ClinicDatabase,
  { tokenHash, expiresAt }: { tokenHash: string; expiresAt: string },
): Promise<void> {
  await tx.updateTable("reset_tokens as taken").set({ expires_at: expiresAt })
    .where("token_hash", "=", tokenHash)
    .where(({ not, exists, selectFrom }) =>
      not(exists(
        selectFrom("reset_tokens as newer").select("newer.token_hash")
          .whereRef("newer.patient_id", "=", "taken.patient_id")
          .whereRef("newer.created_at", ">=", "taken.created_at")
          .where("newer.token_hash", "!=", tokenHash),
      ))
    ).execute();
}

export async function endResetTokensOf(db: ClinicDatabase, patientId: string, now: number): Promise<void> {
  await db.updateTable("reset_tokens").set({ expires_at: instant(now) }).where("patient_id", "=", patientId)
    .where("expires_at", ">", instant(now)).execute();
}
