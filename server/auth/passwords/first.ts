import { trace } from "../../accesses/trace.ts";
import { instant } from "../../clock.ts";
import { atomically } from "../../db/atomically.ts";
import { Problem } from "../../http/problem.ts";
import { hashOf } from "../../keys/secret.ts";
import type { Tenant } from "../../tenant.ts";
import { enabledAccount } from "../accounts/store.ts";
import { replacePassword } from "../accounts/accounts.ts";
import { openChallenge } from "../challenges/store.ts";
import { handOver } from "../sessions/hand-over.ts";
import { type IsListed, requireGoodPassword } from "./judgement.ts";
import { hashPassword, verifyPassword } from "./hash.ts";

/**
 * Replaces the first password, which ends here with all that was begun with it, and goes on to the clinic's page.
 *
 * @throws {Problem} `auth.challenge-over`, `auth.password-weak` with its reason, `server.busy`.
 */
export async function choosePassword(
  tenant: Tenant,
  facts: { token: string; password: string; isListed?: IsListed },
): Promise<string> {
  const { password, isListed } = facts;
  const tokenHash = hashOf(facts.token);
  const found = await awaiting(tenant, tokenHash);
  if (!found) throw new Problem("auth.challenge-over");
  const { account, challenge } = found;
  requireGoodPassword({ tenant, account, password, isListed });
  if (await verifyPassword(account.passwordHash, password)) {
    throw new Problem("auth.password-weak", { reason: "unchanged" });
  }
  const passwordHash = await hashPassword(password);
  const code = await atomically(tenant, async (within) => {
    const still = await awaiting(within, tokenHash);
    if (still?.account.passwordHash !== account.passwordHash) return null;
    await replacePassword(within, { account, passwordHash });
    const { patientId } = account;
    await trace(within, { actor: "patient", act: "change-password", room: "auth", patientId });
    return await handOver(within, challenge);
  });
  if (!code) throw new Problem("auth.challenge-over");
  return code;
}

/** A sign-in whose code was given and whose first password is still to be replaced, while it is good. */
async function awaiting({ db, now }: Tenant, tokenHash: string) {
  const challenge = await openChallenge(db, { tokenHash, now: now(), verified: true });
  const account = challenge && await enabledAccount(db, challenge.patientId);
  const until = account?.firstPasswordUntil;
  const waits = challenge?.purpose === "sign-in" && until && until >= instant(now());
  return waits ? { challenge, account } : null;
}
