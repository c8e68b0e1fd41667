import { DAY, instant } from "../../clock.ts";
import type { ClinicDatabase } from "../../tenant.ts";

/** How many codes went to this number or address since then: couples share a telephone, and its limit. */
export async function codesSince(db: ClinicDatabase, contact: string, since: number): Promise<number> {
  const { count } = await db.selectFrom("codes").select((e) => e.fn.countAll<number>().as("count"))
    .where("contact", "=", contact).where("sent_at", ">", instant(since)).executeTakeFirstOrThrow();
  return count;
}

/** How many codes were sent for a patient since then, wherever they went. */
export async function codesOfPatientSince(
  db: ClinicDatabase,
  patientId: string,
  since: number,
): Promise<number> {
  const { count } = await db.selectFrom("codes").select((e) => e.fn.countAll<number>().as("count"))
    .where("patient_id", "=", patientId).where("sent_at", ">", instant(since)).executeTakeFirstOrThrow();
  return count;
}

/** Adds a code; those that no limit counts any more leave the table. */
export async function addCode(
  db: ClinicDatabase,
  code: { id: string; challengeHash: string; patientId: string; mac: string; contact: string; now: number },
): Promise<void> {
  await db.deleteFrom("codes").where("sent_at", "<=", instant(code.now - DAY)).execute();
  await db.insertInto("codes").values({
    id: code.id,
    challenge_hash: code.challengeHash,
    patient_id: code.patientId,
    mac: code.mac,
    contact: code.contact,
    sent_at: instant(code.now),
  }).execute();
}
