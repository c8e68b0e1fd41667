import type { Challenge } from "@tuodossier/sdk/contract";
import { DAY, HOUR, instant, SECOND } from "../clock.ts";
import { Problem } from "../http/problem.ts";
import { newId } from "../keys/uuid.ts";
import type { Tenant } from "../tenant.ts";
import type { Account } from "./account-store.ts";
import { countSend, type OpenChallenge } from "./challenge-store.ts";
import { addCode, codesSince } from "./code-store.ts";
import { codeMac, codeText, maskPhone, newCode } from "./codes.ts";
import { CODES_PER_DAY, CODES_PER_HOUR, RESEND_GAPS } from "./limits.ts";
import { codesClosedUntil } from "./waiting.ts";

/** A code that is counted and stored, but not sent yet. */
export interface MadeCode {
  readonly code: string;
  /** Seconds until the next may be asked for. */
  readonly gap: number;
  readonly account: Account;
  readonly challenge: OpenChallenge;
}

/** Why this patient, or their telephone, gets no code now, or null. To be asked in the transaction that makes the code. */
export async function codeRefusal({ db, now }: Tenant, account: Account): Promise<Problem | null> {
  const { phone, codesClosedUntil: closed } = account;
  const time = now();
  if (closed && closed > instant(time)) return codesClosedUntil(closed, time);
  if (await codesSince(db, phone, time - HOUR) >= CODES_PER_HOUR) {
    return new Problem("auth.resend-limit", { retryAfter: HOUR / SECOND });
  }
  if (await codesSince(db, phone, time - DAY) >= CODES_PER_DAY) {
    return new Problem("auth.resend-limit", { retryAfter: DAY / SECOND });
  }
  return null;
}

/** Makes and counts a code, in the transaction that asked {@link codeRefusal}. */
export async function makeCode(
  { db, keys, now: clock }: Tenant,
  { account, challenge }: { account: Account; challenge: OpenChallenge },
): Promise<MadeCode> {
  const now = clock();
  const gap = RESEND_GAPS[Math.min(challenge.sends, RESEND_GAPS.length - 1)];
  const { tokenHash: challengeHash, patientId, keyThumbprint } = challenge;
  await countSend(db, { tokenHash: challengeHash, resendAt: instant(now + gap * SECOND) });
  const code = newCode();
  const mac = codeMac(keys.code, { code, challengeHash, patientId, keyThumbprint });
  await addCode(db, { id: newId(now), challengeHash, patientId, mac, now });
  return { code, gap, account, challenge };
}

/** Sends it, after the transaction: the gateway has a way of its own to the database. */
export async function deliverCode(
  tenant: Tenant,
  token: string,
  { code, gap, account, challenge }: MadeCode,
): Promise<Challenge> {
  const { origin, expiresAt } = challenge;
  const text = codeText({ ...account, code, origin, baseUrl: tenant.baseUrl });
  await tenant.sms.send({ to: account.phone, text });
  return { challenge: token, maskedPhone: maskPhone(account.phone), resendAfter: gap, expiresAt };
}
