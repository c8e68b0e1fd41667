import type { CodeAnswer } from "@tuodossier/sdk/contract";
import { instant } from "../clock.ts";
import { atomically } from "../db/atomically.ts";
import { Problem } from "../http/problem.ts";
import { hashOf } from "../keys/secret.ts";
import type { Tenant } from "../tenant.ts";
import { clearWrongCodes, countWrongCode, enabledAccount } from "./account-store.ts";
import { judgeCode, openChallenge } from "./challenge-store.ts";
import { codeMac } from "./codes.ts";
import { handOver } from "./hand-over.ts";
import { codesClosedUntil } from "./waiting.ts";

/**
 * Second step: the code. It is judged and counted in one transaction, so that of many at once none slips by the
 * count.
 *
 * @throws {Problem} `auth.code-invalid`, `auth.challenge-over` after five of them, `auth.code-closed`.
 */
export async function enterCode(tenant: Tenant, token: string, code: string): Promise<CodeAnswer> {
  const answer = await atomically(tenant, (within) => judged(within, hashOf(token), code));
  // Thrown only here: a count must not be rolled back.
  if (answer instanceof Problem) throw answer;
  return answer;
}

async function judged(within: Tenant, tokenHash: string, code: string): Promise<CodeAnswer | Problem> {
  const { db, keys } = within;
  const now = within.now();
  const challenge = await openChallenge(db, { tokenHash, now, verified: false });
  const account = challenge && await enabledAccount(db, challenge.patientId);
  if (!challenge || !account) return new Problem("auth.challenge-over");
  const { patientId, keyThumbprint } = challenge;
  const closed = account.codesClosedUntil;
  if (closed && closed > instant(now)) return codesClosedUntil(closed, now);
  const mac = codeMac(keys.code, { code, challengeHash: tokenHash, patientId, keyThumbprint });
  if (!await judgeCode(db, { tokenHash, mac, now })) {
    await countWrongCode(db, patientId, now);
    return new Problem("auth.code-invalid");
  }
  await clearWrongCodes(db, patientId);
  if (account.firstPasswordUntil) return { next: "new-password" };
  return { next: "hand-over", code: await handOver(within, challenge) };
}
