import { DAY, instant } from "../clock.ts";
import type { ClinicDatabase } from "../tenant.ts";

/** How many codes went to this number since then: couples share a telephone, and its limit. */
export async function codesSince(db: ClinicDatabase, phone: string, since: number): Promise<number> {
  const { count } = await db.selectFrom("codes").innerJoin("patients", "patients.id", "codes.patient_id")
    .select((e) => e.fn.countAll<number>().as("count"))
    .where("phone", "=", phone).where("sent_at", ">", instant(since)).executeTakeFirstOrThrow();
  return count;
}

/** Adds a code; those that no limit counts any more leave the table. */
export async function addCode(
  db: ClinicDatabase,
  code: { id: string; challengeHash: string; patientId: string; mac: string; now: number },
): Promise<void> {
  await db.deleteFrom("codes").where("sent_at", "<=", instant(code.now - DAY)).execute();
  await db.insertInto("codes").values({
    id: code.id,
    challenge_hash: code.challengeHash,
    patient_id: code.patientId,
    mac: code.mac,
    sent_at: instant(code.now),
  }).execute();
}
