import { DAY, instant } from "../../clock.ts";
import type { ClinicDatabase } from "../../tenant.ts";
import type { Purpose } from "../challenges/store.ts";

/** Codes that prove a new telephone or address: they go where their sender says, so they are counted apart. */
const CONTACT_PROOFS: readonly Purpose[] = ["new-phone", "new-email"];

/** Codes of one kind that went to one number or address, or were sent for one patient. */
export interface Counted {
  readonly of: "contact" | "patient_id";
  readonly value: string;
  readonly proofs: boolean;
}

/** At most so many within so many milliseconds, any stretch of that length. */
export interface CodeRate {
  readonly most: number;
  readonly within: number;
}

/** Until when no more codes of a kind may be sent, in milliseconds; null when one may go out now. */
export async function codesFullUntil(
  db: ClinicDatabase,
  { of, value, proofs }: Counted,
  { most, within, now }: CodeRate & { now: number },
): Promise<number | null> {
  const row = await db.selectFrom("codes").select("sent_at").where(of, "=", value)
    .where("purpose", proofs ? "in" : "not in", CONTACT_PROOFS).where("sent_at", ">", instant(now - within))
    .orderBy("sent_at", "desc").offset(most - 1).limit(1).executeTakeFirst();
  return row ? Date.parse(row.sent_at) + within : null;
}

/** Adds a code; those that no limit counts any more leave the table. */
export async function addCode(
  db: ClinicDatabase,
  code: {
    id: string;
    challengeHash: string;
    patientId: string;
    mac: string;
    contact: string;
    purpose: Purpose;
    now: number;
  },
): Promise<void> {
  await db.deleteFrom("codes").where("sent_at", "<=", instant(code.now - DAY)).execute();
  await db.insertInto("codes").values({
    id: code.id,
    challenge_hash: code.challengeHash,
    patient_id: code.patientId,
    mac: code.mac,
    contact: code.contact,
    purpose: code.purpose,
    sent_at: instant(code.now),
  }).execute();
}

/** A code that was never sent is worth nothing, and counts for nothing. */
export async function removeCode(tx: ClinicDatabase, id: string): Promise<void> {
  await tx.deleteFrom("codes").where("id", "=", id).execute();
}
