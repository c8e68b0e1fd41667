import { instant, SECOND } from "../clock.ts";
import { hashOf, newSecret } from "../keys/secret.ts";
import type { Tenant } from "../tenant.ts";
import { type Challenge, endChallenge } from "./challenge-store.ts";
import { addHandOver } from "./hand-over-store.ts";
import { HAND_OVER_LIFE } from "./limits.ts";

/** Ends a sign-in with a code that the clinic's page trades for a session; in the transaction that judged it. */
export async function handOver({ db, now: clock }: Tenant, challenge: Challenge): Promise<string> {
  const now = clock();
  await endChallenge(db, challenge.tokenHash, now);
  const code = newSecret();
  const expiresAt = instant(now + HAND_OVER_LIFE * SECOND);
  await addHandOver(db, { ...challenge, codeHash: hashOf(code), expiresAt, now });
  return code;
}
