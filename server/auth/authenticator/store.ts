import type { ClinicDatabase } from "../../tenant.ts";

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
