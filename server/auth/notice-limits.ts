/** Who sets off one event over and over floods nobody's mailbox, and uses up nobody's SMS. */
import { DAY, instant, MINUTE } from "../clock.ts";
import { newId } from "../keys/uuid.ts";
import type { Tenant } from "../tenant.ts";

export type NoticeKind =
  | "password"
  | "reset"
  | "codes-closed"
  | "device"
  | "phone"
  | "email"
  | "authenticator-added"
  | "authenticator-removed"
  | "recovery-code"
  | "identity";

const ONE_OF_A_KIND_WITHIN = 10 * MINUTE;
const PER_DAY = 10;

/** Whether an account may be told now, in the transaction that tells it. */
export async function mayNotice(
  { db, now: clock }: Tenant,
  { patientId, kind }: { patientId: string; kind: NoticeKind },
): Promise<boolean> {
  const now = clock();
  const told = await db.selectFrom("notices").select(["kind", "at"]).where("patient_id", "=", patientId)
    .where("at", ">", instant(now - DAY)).execute();
  const isRecent = (at: string) => at > instant(now - ONE_OF_A_KIND_WITHIN);
  return told.length < PER_DAY && !told.some((one) => one.kind === kind && isRecent(one.at));
}

/** Counts a notice; those that no limit counts any more leave the table. */
export async function countNotice(
  { db, now: clock }: Tenant,
  { patientId, kind }: { patientId: string; kind: NoticeKind },
): Promise<void> {
  const now = clock();
  await db.deleteFrom("notices").where("at", "<=", instant(now - DAY)).execute();
  await db.insertInto("notices").values({ id: newId(now), patient_id: patientId, kind, at: instant(now) })
    .execute();
}
