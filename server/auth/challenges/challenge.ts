import { instant, SECOND } from "../../clock.ts";
import { hashOf, newSecret } from "../../keys/secret.ts";
import type { Tenant } from "../../tenant.ts";
import { factorOf } from "../accounts/factor.ts";
import type { Account } from "../accounts/store.ts";
import { CHALLENGE_LIFE } from "../limits.ts";
import { addChallenge, type Challenge, type OpenChallenge, type Purpose } from "./store.ts";

/** A challenge with its secret, which is told once: of it only the digest is stored. */
export interface BegunChallenge extends OpenChallenge {
  readonly token: string;
}

/**
 * Begins a challenge of an account, in the caller's transaction; `verified` where its code was given before. The
 * account's own factor proves it, unless another is named; it is over at `until` (ms) at the latest.
 */
export async function beginChallenge(
  { db, now: clock }: Tenant,
  facts:
    & { account: Account; purpose: Purpose; verified?: boolean; until?: number }
    & Partial<Omit<Challenge, "tokenHash" | "patientId">>,
): Promise<BegunChallenge> {
  const { account, verified = false, until = Infinity, ...rest } = facts;
  const now = clock();
  const token = newSecret();
  const challenge: OpenChallenge = {
    factor: factorOf(account),
    origin: "",
    codeChallenge: "",
    keyThumbprint: "",
    sessionId: null,
    deviceId: null,
    contact: null,
    passwordHash: null,
    identityHash: null,
    ...rest,
    patientId: account.patientId,
    tokenHash: hashOf(token),
    sends: 0,
    resendAt: instant(now),
    expiresAt: instant(Math.min(now + CHALLENGE_LIFE * SECOND, until)),
    verifiedAt: verified ? instant(now) : null,
  };
  await addChallenge(db, { ...challenge, now });
  return { ...challenge, token };
}
