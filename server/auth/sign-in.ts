import { normalizeUser } from "@tuodossier/sdk";
import type { Challenge, HandOverRequest } from "@tuodossier/sdk/contract";
import { instant } from "../clock.ts";
import { atomically } from "../db/atomically.ts";
import { Problem } from "../http/problem.ts";
import { hashOf, newSecret } from "../keys/secret.ts";
import type { Tenant } from "../tenant.ts";
import { type Account, accountById, accountOf, enabledAccount, renewPasswordHash } from "./accounts/store.ts";
import { clearAttempts, returnAttempt, takeAttempt } from "./attempts/store.ts";
import { attemptOf, deviceOf } from "./attempts/attempts.ts";
import { newChallenge } from "./challenges/challenge.ts";
import { addChallenge, openChallenge } from "./challenges/store.ts";
import { deliverCode, factorOf, type MadeCode, makeCode } from "./codes/sending.ts";
import { hashPassword, isOutdated, verifyPassword } from "./passwords/hash.ts";
import { waitUntil } from "./attempts/waiting.ts";

/** Whether a patient may sign in at all: the consents room says (portal activation). */
export type MaySignIn = (tenant: Tenant, patientId: string) => Promise<boolean>;

export interface SignInRequest {
  readonly codiceFiscale: string;
  readonly password: string;
  readonly handOver: HandOverRequest;
  /** What the browser was given at earlier sign-ins. */
  readonly devices?: readonly string[];
  /** The provider's identity that is to be linked. */
  readonly identityHash?: string | null;
  /** The client's address. */
  readonly address: string;
  readonly maySignIn: MaySignIn;
  /** Judges a password: exactly one Argon2id, whether or not there is a hash. */
  readonly verify?: typeof verifyPassword;
}

/**
 * First step: user name and password. An unknown user, a wrong password, a disabled account and one without
 * portal activation get the same answer after the same work: one counted attempt, one Argon2id.
 *
 * @throws {Problem} `tenant.origin`, `auth.invalid-credentials`, `auth.wait`, `auth.code-closed`,
 * `auth.resend-limit`, `server.busy`.
 */
export async function begin(tenant: Tenant, request: SignInRequest): Promise<Challenge> {
  const { db, clinic } = tenant;
  const { handOver, devices = [], identityHash = null, address, maySignIn } = request;
  const { verify = verifyPassword } = request;
  // Before the password is looked at: else this answer would tell that it is right.
  if (!clinic.origins.includes(handOver.origin)) throw new Problem("tenant.origin");
  const user = normalizeUser(request.codiceFiscale);
  const deviceId = deviceOf(tenant, { user, devices });
  const attempt = attemptOf(tenant, { user, deviceId, address });
  const taken = await takeAttempt(db, attempt);
  if (taken.wait) throw waitUntil(taken.wait, attempt.now);

  const account = await accountOf(db, user);
  const usable = await mayBegin(tenant, account, maySignIn);
  const right = await verify(account?.passwordHash ?? null, request.password).catch(async (error) => {
    await returnAttempt(db, { ...attempt, ...taken });
    throw error;
  });
  if (!right || !account || !usable) throw new Problem("auth.invalid-credentials");

  const token = newSecret();
  const made = await atomically(tenant, async (within): Promise<MadeCode | Problem> => {
    // What was judged may have been withdrawn while the hash was computed.
    const still = await accountById(within.db, account.patientId);
    const stands = still?.passwordHash === account.passwordHash && await mayBegin(within, still, maySignIn);
    if (!stands) return new Problem("auth.invalid-credentials");
    await clearAttempts(within.db, attempt);
    const challenge = newChallenge({
      ...handOver,
      purpose: "sign-in",
      factor: factorOf(still),
      patientId: still.patientId,
      deviceId,
      identityHash,
      token,
      now: tenant.now(),
    });
    await addChallenge(within.db, challenge);
    return await makeCode(within, { account: still, challenge });
  });
  if (made instanceof Problem) throw made;
  if (isOutdated(account.passwordHash)) await renewHash(tenant, account, request.password);
  return await deliverCode(tenant, token, made);
}

/** Hashes a right password with today's parameters; when there is no time for it now, at the next sign-in. */
async function renewHash({ db }: Tenant, account: Account, password: string): Promise<void> {
  const { patientId, passwordHash: from } = account;
  const to = await hashPassword(password).catch(() => null);
  if (to) await renewPasswordHash(db, { patientId, from, to });
}

/** Whether an account may sign in at all; the same reads for one that does not exist. */
export async function mayBegin(
  tenant: Tenant,
  account: Account | undefined,
  maySignIn: MaySignIn,
): Promise<boolean> {
  const active = await maySignIn(tenant, account?.patientId ?? "");
  const until = account?.firstPasswordUntil;
  const expired = Boolean(until && until < instant(tenant.now()));
  return account !== undefined && active && !expired && account.disabledAt === null;
}

/**
 * The code of a challenge once more, or for the first time where none went out yet.
 * @throws {Problem} `auth.challenge-over`, `auth.wait` before the gap is over, `auth.resend-limit`.
 */
export async function resend(tenant: Tenant, token: string): Promise<Challenge> {
  const made = await atomically(tenant, async (within): Promise<MadeCode | Problem> => {
    const now = within.now();
    const challenge = await openChallenge(within.db, { tokenHash: hashOf(token), now, verified: false });
    const account = challenge && await enabledAccount(within.db, challenge.patientId);
    if (!challenge || !account) return new Problem("auth.challenge-over");
    return await makeCode(within, { account, challenge });
  });
  if (made instanceof Problem) throw made;
  return await deliverCode(tenant, token, made);
}
