import { atomically } from "../../db/atomically.ts";
import { Problem } from "../../http/problem.ts";
import { macOf, newSecret } from "../../keys/secret.ts";
import type { Tenant } from "../../tenant.ts";
import { type Account, accountById, accountOf } from "../accounts/store.ts";
import { newChallenge } from "../challenges/challenge.ts";
import { addChallenge } from "../challenges/store.ts";
import { deliverCode, factorOf, type MadeCode, makeCode } from "../codes/sending.ts";
import { knownDevice } from "../devices/token.ts";
import { handOver } from "../sessions/hand-over.ts";
import { mayBegin, type MaySignIn } from "../sign-in.ts";
import type { Asked, Step } from "./fragment.ts";
import { letWait } from "./identities.ts";
import { identityOf } from "./identities-store.ts";

/** Signed in, with the code for the clinic's page; or a step of the portal's page before. */
export type Next = Step | { readonly step: "done"; readonly code: string };

/** Somebody whom the provider vouches for. */
export interface Arrived {
  readonly identityHash: string;
  /** The provider asked for a second factor. */
  readonly strong: boolean;
  /** The user name, where the provider is trusted for it. */
  readonly user: string | null;
  readonly asked: Asked;
  /** The secret of the browser's cookie. */
  readonly browser: string;
  readonly maySignIn: MaySignIn;
}

/**
 * What becomes of them; the identity is linked when the sign-in is handed over. A patient who may not sign in goes the way of an unknown person, to password and code, and
 * is refused there as anybody is.
 *
 * @throws {Problem} `auth.code-closed`, `auth.resend-limit`, `auth.code-unsent`.
 */
export async function goOn(tenant: Tenant, arrived: Arrived): Promise<Next> {
  const { identityHash, strong, browser, asked } = arrived;
  const token = newSecret();
  const next = await atomically(tenant, async (within): Promise<Next | MadeCode | Problem> => {
    const account = await usableAccount(within, arrived);
    if (!account) {
      return { step: "link", identity: await letWait(within, { identityHash, browser }) };
    }
    const { patientId, firstPasswordUntil, codiceFiscale } = account;
    const { keys } = within;
    const userMac = macOf(keys.user, codiceFiscale);
    const now = within.now();
    const challenge = newChallenge({
      ...asked.handOver,
      purpose: "sign-in",
      factor: factorOf(account),
      patientId,
      deviceId: knownDevice(keys.device, { tokens: asked.devices, userMac, now }),
      identityHash,
      token,
      verified: strong,
      now,
    });
    await addChallenge(within.db, challenge);
    if (!strong) return await makeCode(within, { account, challenge });
    if (firstPasswordUntil !== null) return { step: "new-password", challenge: token };
    return { step: "done", code: await handOver(within, challenge) };
  });
  if (next instanceof Problem) throw next;
  return "step" in next ? next : { step: "code", challenge: await deliverCode(tenant, token, next) };
}

/** The patient whom the identity is linked to; else the one it names. */
async function usableAccount(
  within: Tenant,
  { identityHash, user, maySignIn }: Arrived,
): Promise<Account | null> {
  const { db } = within;
  const linked = (await identityOf(db, identityHash))?.patientId ?? null;
  const account = linked !== null
    ? await accountById(db, linked)
    : user !== null
    ? await accountOf(db, user)
    : undefined;
  return account && await mayBegin(within, account, maySignIn) ? account : null;
}
