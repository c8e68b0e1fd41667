import type { Tenant } from "../../tenant.ts";
import { recoveryMac } from "./recovery.ts";
import { openKey } from "./sealed-key.ts";
import { keyInUse, useRecoveryCode, useStep } from "./store.ts";
import { stepsOf } from "./totp.ts";

/** An authenticator's own codes have six digits. */
export const isRecoveryCode = (code: string): boolean => code.length !== 6;

/**
 * Whether a code is right for the patient's authenticator, or one of the recovery codes; a right one is used up
 * in the caller's transaction.
 */
export async function useAuthenticatorCode(
  within: Tenant,
  { patientId, code }: { patientId: string; code: string },
): Promise<boolean> {
  const { db, keys } = within;
  const now = within.now();
  const sealed = await keyInUse(db, patientId);
  if (!sealed) return false;
  if (isRecoveryCode(code)) {
    return await useRecoveryCode(db, { patientId, mac: recoveryMac(keys.code, { patientId, code }), now });
  }
  for (const step of stepsOf(await openKey(within, { sealed, patientId }), code, now)) {
    if (await useStep(db, { patientId, step })) return true;
  }
  return false;
}
