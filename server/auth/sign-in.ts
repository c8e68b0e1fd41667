import { normalizeUser } from "@tuodossier/sdk";
import type { Challenge, HandOverRequest } from "@tuodossier/sdk/contract";
import { instant } from "../clock.ts";
import { isPortalActive } from "../consents/effective.ts";
import { Problem } from "../http/problem.ts";
import type { Tenant } from "../tenant.ts";
import { type Account, accountById, accountOf, renewPasswordHash } from "./accounts/store.ts";
import { attemptOf, deviceOf, judgeAttempt } from "./attempts/attempts.ts";
import { clearAttempts } from "./attempts/store.ts";
import { makeFirstCode, proveByCode } from "./codes/sending.ts";
import { hashPassword, isOutdated, verifyPassword } from "./passwords/hash.ts";

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
  const { handOver, devices = [], identityHash = null, address } = request;
  const { verify = verifyPassword } = request;
  // Before the password is looked at: else this answer would tell that it is right.
  if (!clinic.origins.includes(handOver.origin)) throw new Problem("tenant.origin");
  const user = normalizeUser(request.codiceFiscale);
  const deviceId = await deviceOf(tenant, { user, devices });
  const attempt = attemptOf(tenant, { user, deviceId, address });
  const account = await judgeAttempt(db, attempt, async () => {
    const found = await accountOf(db, user);
    const usable = await mayBegin(tenant, found);
    const right = await verify(found?.passwordHash ?? null, request.password);
    return right && usable ? found : undefined;
  });
  if (!account) throw new Problem("auth.invalid-credentials");

  const challenge = await proveByCode(tenant, async (within) => {
    // What was judged may have been withdrawn while the hash was computed.
    const still = await accountById(within.db, account.patientId);
    const stands = still?.passwordHash === account.passwordHash && await mayBegin(within, still);
    if (!stands) return new Problem("auth.invalid-credentials");
    await clearAttempts(within.db, attempt);
    return await makeFirstCode(within, {
      ...handOver,
      account: still,
      purpose: "sign-in",
      deviceId,
      identityHash,
    });
  });
  if (isOutdated(account.passwordHash)) await renewHash(tenant, account, request.password);
  return challenge;
}

/** Hashes a right password with today's parameters; when there is no time for it now, at the next sign-in. */
async function renewHash({ db }: Tenant, account: Account, password: string): Promise<void> {
  const { patientId, passwordHash: from } = account;
  const to = await hashPassword(password).catch(() => null);
  if (to) await renewPasswordHash(db, { patientId, from, to });
}

/** Whether an account may sign in at all; the same reads for one that does not exist. */
export async function mayBegin(tenant: Tenant, account: Account | undefined): Promise<boolean> {
  const active = await isPortalActive(tenant, account?.patientId ?? "");
  const until = account?.firstPasswordUntil;
  const expired = Boolean(until && until < instant(tenant.now()));
  return account !== undefined && active && !expired && account.disabledAt === null;
}
