import type { CodeAnswer } from "@tuodossier/sdk/contract";
import { instant } from "../../clock.ts";
import { atomically } from "../../db/atomically.ts";
import { Problem } from "../../http/problem.ts";
import { hashOf } from "../../keys/secret.ts";
import type { Tenant } from "../../tenant.ts";
import { clearWrongCodes, countWrongCode, enabledAccount } from "../accounts/store.ts";
import { isRecoveryCode, useAuthenticatorCode } from "../authenticator/judge.ts";
import { hasSession } from "../challenges/session.ts";
import { countCode, judgeCode, type OpenChallenge, openChallenge } from "../challenges/store.ts";
import { codeMac } from "./codes.ts";
import { noticeCodesClosed, noticeRecoveryCode } from "../notices.ts";
import { goOn } from "../challenges/purposes.ts";
import { codesClosedUntil } from "../attempts/waiting.ts";

/**
 * The code of a challenge, whatever it is for. It is judged and counted in one transaction with what it brings
 * about, so that of many at once none slips by the count, and a right one is never used up for nothing.
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
  const { db } = within;
  const now = within.now();
  const challenge = await openChallenge(db, { tokenHash, now, verified: false });
  const account = challenge && await enabledAccount(db, challenge.patientId);
  if (!challenge || !account || !await hasSession(within, challenge)) {
    return new Problem("auth.challenge-over");
  }
  const closed = account.codesClosedUntil;
  if (closed && closed > instant(now)) return codesClosedUntil(closed, now);
  if (!await isRight(within, { challenge, code })) {
    const closes = await countWrongCode(db, challenge.patientId, now);
    if (closes) await noticeCodesClosed(within, { account });
    return new Problem("auth.code-invalid");
  }
  await clearWrongCodes(db, challenge.patientId);
  if (challenge.factor === "authenticator" && isRecoveryCode(code)) {
    await noticeRecoveryCode(within, { account });
  }
  return await goOn(within, { challenge, account });
}

async function isRight(
  within: Tenant,
  { challenge, code }: { challenge: OpenChallenge; code: string },
): Promise<boolean | undefined> {
  const { db, keys, now } = within;
  const { tokenHash, patientId, keyThumbprint } = challenge;
  if (challenge.factor === "authenticator") {
    const right = await useAuthenticatorCode(within, { patientId, code });
    return await countCode(db, { tokenHash, right, now: now() });
  }
  const mac = codeMac(keys.code, { code, challengeHash: tokenHash, patientId, keyThumbprint });
  return await judgeCode(db, { tokenHash, mac, now: now() });
}
