import { trace } from "../../accesses/trace.ts";
import { instant, SECOND } from "../../clock.ts";
import { hashOf, newSecret } from "../../keys/secret.ts";
import type { Tenant } from "../../tenant.ts";
import { enabledAccount } from "../accounts/store.ts";
import { type Challenge, endChallenge } from "../challenges/store.ts";
import { addHandOver } from "./hand-over-store.ts";
import { HAND_OVER_LIFE } from "../limits.ts";
import { noticeIdentity } from "../notices.ts";
import { linkIdentity } from "../oidc/identities.ts";

/**
 * Ends a sign-in with a code that the clinic's page trades for a session; in the transaction that judged it. The
 * provider's identity that came along is the patient's from now on.
 */
export async function handOver(within: Tenant, challenge: Challenge): Promise<string> {
  const { db } = within;
  const now = within.now();
  const { identityHash, patientId } = challenge;
  if (identityHash !== null && await linkIdentity(within, identityHash, patientId)) {
    await trace(within, { actor: "patient", act: "link-identity", room: "auth", patientId });
    const account = await enabledAccount(db, patientId);
    if (account) await noticeIdentity(within, { account });
  }
  await endChallenge(db, challenge.tokenHash, now);
  const code = newSecret();
  const expiresAt = instant(now + HAND_OVER_LIFE * SECOND);
  await addHandOver(db, { ...challenge, codeHash: hashOf(code), expiresAt, now });
  return code;
}
