import { atomically } from "../../db/atomically.ts";
import { Problem } from "../../http/problem.ts";
import type { Tenant } from "../../tenant.ts";
import { type Account, accountById, accountOf } from "../accounts/store.ts";
import { deviceOf } from "../attempts/attempts.ts";
import { beginChallenge } from "../challenges/challenge.ts";
import { deliverCode, type MadeCode, makeFirstCode } from "../codes/sending.ts";
import { handOver } from "../sessions/hand-over.ts";
import { mayBegin } from "../sign-in.ts";
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
}

/**
 * What becomes of them; the identity is linked when the sign-in is handed over. A patient who may not sign in goes
 * the way of an unknown person, to password and code, and is refused there as anybody is.
 *
 * @throws {Problem} `auth.code-closed`, `auth.resend-limit`, `auth.code-unsent`.
 */
export async function goOn(tenant: Tenant, arrived: Arrived): Promise<Next> {
  const { identityHash, strong, browser, asked } = arrived;
  const next = await atomically(tenant, async (within): Promise<Next | MadeCode | Problem> => {
    const account = await usableAccount(within, arrived);
    if (!account) {
      return { step: "link", identity: await letWait(within, { identityHash, browser }) };
    }
    const { devices } = asked;
    const deviceId = await deviceOf(within, { user: account.codiceFiscale, devices });
    const facts = { ...asked.handOver, account, purpose: "sign-in", deviceId, identityHash } as const;
    if (!strong) return await makeFirstCode(within, facts);
    const challenge = await beginChallenge(within, { ...facts, verified: true });
    if (account.firstPasswordUntil !== null) return { step: "new-password", challenge: challenge.token };
    return { step: "done", code: await handOver(within, challenge) };
  });
  if (next instanceof Problem) throw next;
  return "step" in next ? next : { step: "code", challenge: await deliverCode(tenant, next) };
}

/** The patient whom the identity is linked to; else the one it names. */
async function usableAccount(
  within: Tenant,
  { identityHash, user }: Arrived,
): Promise<Account | null> {
  const { db } = within;
  const linked = (await identityOf(db, identityHash))?.patientId ?? null;
  const account = linked !== null
    ? await accountById(db, linked)
    : user !== null
    ? await accountOf(db, user)
    : undefined;
  return account && await mayBegin(within, account) ? account : null;
}
