import { trace } from "../../accesses/trace.ts";
import { atomically } from "../../db/atomically.ts";
import { Problem } from "../../http/problem.ts";
import type { Tenant } from "../../tenant.ts";
import { replacePassword } from "../accounts/accounts.ts";
import { attemptOf, judgeAttempt } from "../attempts/attempts.ts";
import { clearAttempts } from "../attempts/store.ts";
import { noticePassword } from "../notices.ts";
import { type IsListed, requireGoodPassword } from "./judgement.ts";
import { hashPassword, samePassword, verifyPassword } from "./hash.ts";
import { type OpenErrand, verifiedErrand } from "../errands/errands.ts";

/**
 * Changes the password of who is signed in. The current one is needed, and its guesses are counted with those of
 * sign-in on this device. Every other session ends, and the errand with it.
 *
 * @throws {Problem} `auth.errand-over`, `auth.step-up`, `auth.password-weak` with its reason,
 * `auth.invalid-credentials`, `auth.wait`, `server.busy`.
 */
export async function changePassword(
  tenant: Tenant,
  facts: { errand: string; current: string; password: string; isListed?: IsListed },
): Promise<void> {
  const { errand, current, password, isListed } = facts;
  const open = await verifiedErrand(tenant, errand, "password");
  const { account } = open;
  requireGoodPassword({ tenant, account, password, isListed });
  await requireCurrent(tenant, open, current);
  if (samePassword(current, password)) throw new Problem("auth.password-weak", { reason: "unchanged" });
  const passwordHash = await hashPassword(password);
  await atomically(tenant, async (within) => {
    // Whoever replaced the password that was judged has ended this errand.
    const { challenge, account: still } = await verifiedErrand(within, errand, "password");
    const { patientId } = still;
    const keepSession = challenge.sessionId!;
    await replacePassword(within, { account: still, passwordHash, keepSession });
    await trace(within, {
      actor: "patient",
      act: "change-password",
      room: "auth",
      patientId,
      sessionId: keepSession,
    });
    await noticePassword(within, { account: still, reset: false });
  });
}

/** Counted with the guesses of sign-in on the same device: no stranger holds a patient from changing theirs. */
async function requireCurrent(
  tenant: Tenant,
  { account, challenge: { deviceId } }: OpenErrand,
  current: string,
): Promise<void> {
  const { db } = tenant;
  const attempt = attemptOf(tenant, { user: account.codiceFiscale, deviceId, address: null });
  const right = await judgeAttempt(db, attempt, () => verifyPassword(account.passwordHash, current));
  if (!right) throw new Problem("auth.invalid-credentials");
  await clearAttempts(db, attempt);
}
