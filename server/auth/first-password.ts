import { atomically } from "../db/atomically.ts";
import { Problem } from "../http/problem.ts";
import { hashOf } from "../keys/secret.ts";
import type { Tenant } from "../tenant.ts";
import { type Account, enabledAccount, setPassword } from "./account-store.ts";
import { openChallenge } from "./challenge-store.ts";
import { handOver } from "./hand-over.ts";
import { refusalOf } from "./password-rules.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import { endSessionsOf } from "./sessions.ts";

/**
 * Replaces the first password, which ends here with all that was begun with it, and goes on to the clinic's page.
 *
 * @throws {Problem} `auth.challenge-over`, `auth.password-weak` with its reason, `server.busy`.
 */
export async function choosePassword(tenant: Tenant, token: string, password: string): Promise<string> {
  const tokenHash = hashOf(token);
  const found = await awaiting(tenant, tokenHash);
  if (!found) throw new Problem("auth.challenge-over");
  const { account, challenge } = found;
  const reason = refusalOf(password, personalWords(account, tenant.clinic.name)) ??
    (await verifyPassword(account.passwordHash, password) ? "unchanged" : null);
  if (reason) throw new Problem("auth.password-weak", { reason });
  const passwordHash = await hashPassword(password);
  const code = await atomically(tenant, async (within) => {
    const still = await awaiting(within, tokenHash);
    if (still?.account.passwordHash !== account.passwordHash) return null;
    const { patientId } = account;
    await setPassword(within.db, { patientId, passwordHash, firstPasswordUntil: null });
    await endSessionsOf(within, patientId);
    return await handOver(within, challenge);
  });
  if (!code) throw new Problem("auth.challenge-over");
  return code;
}

/** A sign-in whose code was given and whose first password is still to be replaced. */
async function awaiting({ db, now }: Tenant, tokenHash: string) {
  const challenge = await openChallenge(db, { tokenHash, now: now(), verified: true });
  const account = challenge && await enabledAccount(db, challenge.patientId);
  return challenge && account?.firstPasswordUntil ? { challenge, account } : null;
}

const personalWords = (account: Account, clinicName: string): string[] => [
  account.givenName,
  account.familyName,
  account.codiceFiscale,
  account.phone.slice(-10),
  account.birthDate.replaceAll("-", ""),
  account.birthDate.split("-").reverse().join(""),
  account.birthDate.slice(0, 4),
  account.email?.split("@")[0] ?? "",
  ...clinicName.split(/\s+/),
];
