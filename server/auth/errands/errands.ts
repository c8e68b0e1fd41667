import type { Errand, ErrandAct, ErrandTicket } from "@tuodossier/sdk/contract";
import { errandActs } from "@tuodossier/sdk/contract";
import { atomically } from "../../db/atomically.ts";
import { Problem } from "../../http/problem.ts";
import { hashOf } from "../../keys/secret.ts";
import type { Tenant } from "../../tenant.ts";
import { type Account, enabledAccount } from "../accounts/store.ts";
import { beginChallenge } from "../challenges/challenge.ts";
import { hasSession } from "../challenges/session.ts";
import { type OpenChallenge, openChallenge } from "../challenges/store.ts";
import { maskEmail, maskPhone } from "../contacts/masks.ts";
import { isRecentSignIn, type PatientSession } from "../sessions/sessions.ts";

/**
 * Begins what a signed-in patient does on the portal's own page: a challenge bound to their session. Its secret is
 * in the clinic page's hands, so a code of the present factor, typed on the portal's page, has to prove whose act
 * it is, however recent the sign-in. A recent one spares it for `password` alone: that asks for the current one.
 */
export async function beginErrand(
  tenant: Tenant,
  { session, act }: { session: PatientSession; act: ErrandAct },
): Promise<ErrandTicket> {
  return await atomically(tenant, async (within) => {
    const account = await enabledAccount(within.db, session.patientId);
    if (!account) throw new Problem("auth.signed-out");
    const { token, expiresAt } = await beginChallenge(within, {
      account,
      purpose: act,
      origin: session.origin,
      keyThumbprint: session.keyThumbprint,
      sessionId: session.id,
      deviceId: session.deviceId,
      verified: act === "password" && isRecentSignIn(session, within.now()),
    });
    return { errand: token, expiresAt };
  });
}

/** @throws {Problem} `auth.errand-over`. */
export async function describeErrand(tenant: Tenant, token: string): Promise<Errand> {
  const { challenge, account, verified } = await errandOf(tenant, token);
  return {
    act: challenge.purpose as ErrandAct,
    needsCode: !verified,
    factor: challenge.factor,
    maskedPhone: maskPhone(account.phone),
    maskedEmail: account.email && maskEmail(account.email),
    authenticator: account.authenticatorSince !== null,
    expiresAt: challenge.expiresAt,
  };
}

/** An errand whose session still stands. */
export interface OpenErrand {
  readonly challenge: OpenChallenge;
  readonly account: Account;
}

/**
 * The errand of a secret, for one of `acts`, once its code was given.
 * @throws {Problem} `auth.errand-over`: unknown, over, of another act, or of a session that has ended;
 * `auth.step-up`: its code is still to be given.
 */
export async function verifiedErrand(
  tenant: Tenant,
  token: string,
  ...acts: readonly ErrandAct[]
): Promise<OpenErrand> {
  const { verified, ...errand } = await errandOf(tenant, token);
  if (!acts.some((act) => act === errand.challenge.purpose)) throw new Problem("auth.errand-over");
  if (!verified) throw new Problem("auth.step-up");
  return errand;
}

async function errandOf(tenant: Tenant, token: string): Promise<OpenErrand & { verified: boolean }> {
  const { db, now } = tenant;
  const facts = { tokenHash: hashOf(token), now: now() };
  const done = await openChallenge(db, { ...facts, verified: true });
  const challenge = done ?? await openChallenge(db, { ...facts, verified: false });
  const isErrand = errandActs.some((act) => act === challenge?.purpose);
  if (!challenge?.sessionId || !isErrand || !await hasSession(tenant, challenge)) {
    throw new Problem("auth.errand-over");
  }
  const account = await enabledAccount(db, challenge.patientId);
  if (!account) throw new Problem("auth.errand-over");
  return { challenge, account, verified: done !== undefined };
}
