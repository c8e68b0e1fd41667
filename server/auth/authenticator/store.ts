import { instant } from "../../clock.ts";
import type { ClinicDatabase } from "../../tenant.ts";
import { CODE_ATTEMPTS } from "../limits.ts";

/** Whether an authenticator is in use, and how many recovery codes are still good. */
export async function readState(
  db: ClinicDatabase,
  patientId: string,
): Promise<{ authenticator: boolean; recoveryCodes: number }> {
  const row = await db.selectFrom("accounts").select("authenticator_since as since")
    .where("patient_id", "=", patientId).executeTakeFirst();
  const { count } = await db.selectFrom("recovery_codes").select((e) => e.fn.countAll<number>().as("count"))
    .where("patient_id", "=", patientId).where("used_at", "is", null).executeTakeFirstOrThrow();
  return { authenticator: Boolean(row?.since), recoveryCodes: count };
}

/** Puts a key on offer in an errand, in the place of the one before it. */
export async function setOffer(
  db: ClinicDatabase,
  { tokenHash, sealed }: { tokenHash: string; sealed: string },
): Promise<void> {
  await db.updateTable("challenges").set({ authenticator_key: sealed }).where("token_hash", "=", tokenHash)
    .where("ended_at", "is", null).execute();
}

/** Counts a code against the key on offer before it is judged; undefined when the errand takes no more. */
export const takeOffer = (
  tx: ClinicDatabase,
  tokenHash: string,
): Promise<{ sealed: string | null } | undefined> =>
  tx.updateTable("challenges").set((e) => ({ offer_tries: e("offer_tries", "+", 1) }))
    .where("token_hash", "=", tokenHash).where("ended_at", "is", null)
    .where("offer_tries", "<", CODE_ATTEMPTS)
    .returning("authenticator_key as sealed").executeTakeFirst();

/** The sealed key in use, or null. */
export async function keyInUse(db: ClinicDatabase, patientId: string): Promise<string | null> {
  const row = await db.selectFrom("accounts").select("authenticator_key as sealed")
    .where("patient_id", "=", patientId).where("authenticator_since", "is not", null).executeTakeFirst();
  return row?.sealed ?? null;
}

/** Takes a key into use, the time step that proved it used up, with recovery codes in the place of others. */
export async function setAuthenticator(
  tx: ClinicDatabase,
  facts: { patientId: string; sealed: string; step: number; recoveryMacs: readonly string[]; now: number },
): Promise<void> {
  const { patientId, sealed, step, recoveryMacs, now } = facts;
  await tx.updateTable("accounts").set({
    authenticator_key: sealed,
    authenticator_since: instant(now),
    authenticator_step: step,
  }).where("patient_id", "=", patientId).execute();
  await tx.deleteFrom("recovery_codes").where("patient_id", "=", patientId).execute();
  await tx.insertInto("recovery_codes")
    .values(recoveryMacs.map((mac) => ({ mac, patient_id: patientId, used_at: null }))).execute();
}

/** @returns whether there was one. */
export async function clearAuthenticator(tx: ClinicDatabase, patientId: string): Promise<boolean> {
  await tx.deleteFrom("recovery_codes").where("patient_id", "=", patientId).execute();
  const row = await tx.updateTable("accounts").set({
    authenticator_key: null,
    authenticator_since: null,
    authenticator_step: null,
  }).where("patient_id", "=", patientId).where("authenticator_since", "is not", null)
    .returning("patient_id").executeTakeFirst();
  return row !== undefined;
}

/** Uses up a time step and all before it; of many at once one finds it unused. */
export async function useStep(
  db: ClinicDatabase,
  { patientId, step }: { patientId: string; step: number },
): Promise<boolean> {
  const row = await db.updateTable("accounts").set({ authenticator_step: step })
    .where("patient_id", "=", patientId)
    .where((e) => e.or([e("authenticator_step", "is", null), e("authenticator_step", "<", step)]))
    .returning("patient_id").executeTakeFirst();
  return row !== undefined;
}

/** Uses up a recovery code; of many at once one finds it unused. */
export async function useRecoveryCode(
  db: ClinicDatabase,
  { patientId, mac, now }: { patientId: string; mac: string; now: number },
): Promise<boolean> {
  const row = await db.updateTable("recovery_codes").set({ used_at: instant(now) })
    .where("mac", "=", mac).where("patient_id", "=", patientId).where("used_at", "is", null)
    .returning("mac").executeTakeFirst();
  return row !== undefined;
}
