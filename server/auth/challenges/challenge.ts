import type { Factor } from "@tuodossier/sdk/contract";
import { instant, SECOND } from "../../clock.ts";
import { hashOf } from "../../keys/secret.ts";
import type { Challenge, NewChallenge, Purpose } from "./store.ts";
import { CHALLENGE_LIFE } from "../limits.ts";

/** A challenge that begins now (ms); of its token only the digest is stored. */
export function newChallenge(
  facts:
    & { token: string; patientId: string; purpose: Purpose; factor: Factor; now: number; verified?: boolean }
    & Partial<Omit<Challenge, "tokenHash">>,
): NewChallenge {
  const { token, now, verified = false, ...rest } = facts;
  return {
    origin: "",
    codeChallenge: "",
    keyThumbprint: "",
    sessionId: null,
    deviceId: null,
    contact: null,
    passwordHash: null,
    identityHash: null,
    ...rest,
    tokenHash: hashOf(token),
    sends: 0,
    resendAt: instant(now),
    expiresAt: instant(now + CHALLENGE_LIFE * SECOND),
    verified,
    now,
  };
}
