import { instant } from "../clock.ts";
import type { Tenant } from "../tenant.ts";
import { hashPassword } from "./password.ts";
import { setPassword } from "./store.ts";

/** Gives a patient's account a password; `firstUntil` (ms) makes it the single-use first one. */
export async function givePassword(
  tenant: Tenant,
  facts: { patientId: string; password: string; firstUntil: number | null },
): Promise<void> {
  const { patientId, password, firstUntil } = facts;
  const passwordHash = await hashPassword(password);
  const firstPasswordUntil = firstUntil === null ? null : instant(firstUntil);
  await setPassword(tenant.db, { patientId, passwordHash, firstPasswordUntil });
}
