import { SECOND } from "../../clock.ts";
import { Problem } from "../../http/problem.ts";
import { hashOf, newSecret } from "../../keys/secret.ts";
import type { Tenant } from "../../tenant.ts";
import { CHALLENGE_LIFE } from "../limits.ts";
import { addWaiting, findWaiting, setPatient } from "./identities-store.ts";

/** Names a person for good: a provider may give `sub` anew to nobody (OpenID Connect Core §2). */
export const identityHash = (issuer: string, subject: string): string =>
  hashOf(JSON.stringify([issuer, subject]));

/** Lets an identity wait, in this browser alone, until its person proves who they are. */
export async function letWait(
  { db, now: clock }: Tenant,
  { identityHash, browser }: { identityHash: string; browser: string },
): Promise<string> {
  const token = newSecret();
  const now = clock();
  await addWaiting(db, {
    tokenHash: hashOf(token),
    identityHash,
    browserHash: hashOf(browser),
    now,
    expiresAt: now + CHALLENGE_LIFE * SECOND,
  });
  return token;
}

/**
 * The identity that waits for who is signing in by password, to be kept with the challenge. It is asked in the
 * browser that came from the provider, by its cookie: else a link could talk a patient into proving somebody else's
 * identity to be their own.
 *
 * @throws {Problem} `auth.provider-over`; to be asked before the password is judged.
 */
export async function waitingIdentity(
  { db, now }: Tenant,
  { identity, browser }: { identity: string; browser: string | null },
): Promise<string> {
  const facts = { tokenHash: hashOf(identity), browserHash: hashOf(browser ?? ""), now: now() };
  const found = browser === null ? null : await findWaiting(db, facts);
  if (found === null) throw new Problem("auth.provider-over");
  return found;
}

/**
 * From now on this identity is this patient. In the transaction that judged the code; nothing happens where it is
 * so already.
 *
 * @returns whether the link is new.
 */
export const linkIdentity = (within: Tenant, identityHash: string, patientId: string): Promise<boolean> =>
  setPatient(within.db, { hash: identityHash, patientId });
