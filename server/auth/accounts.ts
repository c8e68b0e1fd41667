import { instant } from "../clock.ts";
import { atomically } from "../db/atomically.ts";
import type { Tenant } from "../tenant.ts";
import { setPassword } from "./account-store.ts";
import { hashPassword } from "./password.ts";
import { endSessionsOf } from "./sessions.ts";

/**
 * Gives a patient's account a password; `firstUntil` (ms) makes it the single-use first one. What was opened
 * with the one before it ends.
 */
export async function givePassword(
  tenant: Tenant,
  facts: { patientId: string; password: string; firstUntil: number | null },
): Promise<void> {
  const { patientId, password, firstUntil } = facts;
  const passwordHash = await hashPassword(password);
  const firstPasswordUntil = firstUntil === null ? null : instant(firstUntil);
  await atomically(tenant, async (within) => {
    await setPassword(within.db, { patientId, passwordHash, firstPasswordUntil });
    await endSessionsOf(within, patientId);
  });
}
