import type { Challenge } from "@tuodossier/sdk/contract";
import { DAY, HOUR, instant, SECOND } from "../../clock.ts";
import { atomically } from "../../db/atomically.ts";
import { Problem } from "../../http/problem.ts";
import { hashOf } from "../../keys/secret.ts";
import { newId } from "../../keys/uuid.ts";
import type { Tenant } from "../../tenant.ts";
import { type Account, enabledAccount, noteSmsExplained } from "../accounts/store.ts";
import { beginChallenge, type BegunChallenge } from "../challenges/challenge.ts";
import { countSend, type OpenChallenge, openChallenge } from "../challenges/store.ts";
import { sendCode } from "./message.ts";
import { addCode, codesOfPatientSince, codesSince } from "./store.ts";
import { codeMac, codeText, newCode } from "./codes.ts";
import { maskEmail, maskPhone } from "../contacts/masks.ts";
import { CODES_PER_CHALLENGE, CODES_PER_DAY, CODES_PER_HOUR, RESEND_GAPS } from "../limits.ts";
import { codesClosedUntil, waitUntil } from "../attempts/waiting.ts";

/** A challenge whose code is counted and stored, but not sent yet; of an authenticator's there is none to send. */
export interface MadeCode {
  readonly code: string | null;
  /** Seconds until the next may be asked for. */
  readonly gap: number;
  readonly account: Account;
  readonly challenge: BegunChallenge;
}

/** Where a challenge's codes go: the contact that is to be proved, or the telephone on file. */
const contactOf = ({ contact }: OpenChallenge, { phone }: Account): string => contact ?? phone;

/**
 * Begins a challenge with its first code, in the caller's transaction; a `Problem` says why there is none.
 * `auth.code-closed`, `auth.resend-limit`.
 */
export const makeFirstCode = async (
  within: Tenant,
  facts: Parameters<typeof beginChallenge>[1],
): Promise<MadeCode | Problem> =>
  await makeCode(within, { account: facts.account, challenge: await beginChallenge(within, facts) });

/** The same for a challenge that goes on; `auth.wait` before the gap is over. */
async function makeCode(
  { db, keys, now: clock }: Tenant,
  { account, challenge }: { account: Account; challenge: BegunChallenge },
): Promise<MadeCode | Problem> {
  const now = clock();
  const closed = account.codesClosedUntil;
  if (closed && closed > instant(now)) return codesClosedUntil(closed, now);
  if (challenge.factor === "authenticator") return { code: null, gap: 0, account, challenge };
  if (challenge.sends >= CODES_PER_CHALLENGE) return new Problem("auth.resend-limit");
  if (challenge.sends > 0 && challenge.resendAt > instant(now)) return waitUntil(challenge.resendAt, now);
  const contact = contactOf(challenge, account);
  if (await codesSince(db, contact, now - HOUR) >= CODES_PER_HOUR) {
    return new Problem("auth.resend-limit", { retryAfter: HOUR / SECOND });
  }
  if (await codesSince(db, contact, now - DAY) >= CODES_PER_DAY) {
    return new Problem("auth.resend-limit", { retryAfter: DAY / SECOND });
  }
  // Else one session could have codes sent to any number of other people's telephones.
  const isElsewhere = challenge.contact !== null;
  if (isElsewhere && await codesOfPatientSince(db, account.patientId, now - HOUR) >= CODES_PER_HOUR) {
    return new Problem("auth.resend-limit", { retryAfter: HOUR / SECOND });
  }
  const gap = RESEND_GAPS[Math.min(challenge.sends, RESEND_GAPS.length - 1)];
  const { tokenHash: challengeHash, patientId, keyThumbprint } = challenge;
  await countSend(db, { tokenHash: challengeHash, resendAt: instant(now + gap * SECOND) });
  const code = newCode();
  const mac = codeMac(keys.code, { code, challengeHash, patientId, keyThumbprint });
  await addCode(db, { id: newId(now), challengeHash, patientId, mac, contact, now });
  return { code, gap, account, challenge };
}

/**
 * Has a code made in one transaction, and sends it after that.
 * @throws {Problem} what `make` answers; `auth.code-unsent`.
 * @throws {SmsRefused}
 */
export async function proveByCode(
  tenant: Tenant,
  make: (within: Tenant) => Promise<MadeCode | Problem>,
): Promise<Challenge> {
  const made = await atomically(tenant, make);
  // Thrown only here: what was counted must not be rolled back.
  if (made instanceof Problem) throw made;
  return await deliverCode(tenant, made);
}

/**
 * The code of a challenge once more, or for the first time where none went out yet.
 * @throws {Problem} `auth.challenge-over`, `auth.wait` before the gap is over, `auth.resend-limit`,
 * `auth.code-unsent`.
 */
export const resend = (tenant: Tenant, token: string): Promise<Challenge> =>
  proveByCode(tenant, async (within) => {
    const now = within.now();
    const challenge = await openChallenge(within.db, { tokenHash: hashOf(token), now, verified: false });
    const account = challenge && await enabledAccount(within.db, challenge.patientId);
    if (!challenge || !account) return new Problem("auth.challenge-over");
    return await makeCode(within, { account, challenge: { ...challenge, token } });
  });

/**
 * Sends the code, after the transaction, and says where it went.
 * @throws {SmsRefused}
 * @throws {Problem} `auth.code-unsent`.
 */
export async function deliverCode(
  tenant: Tenant,
  { code, gap, account, challenge }: MadeCode,
): Promise<Challenge> {
  const { token, factor, expiresAt, origin } = challenge;
  const to = contactOf(challenge, account);
  const explainSms = factor === "sms" && challenge.purpose === "sign-in" && account.smsExplainedAt === null;
  if (code !== null) {
    const smsText = codeText({ ...account, code, origin, baseUrl: tenant.baseUrl });
    const by = factor === "email" ? "email" : "sms";
    await sendCode(tenant, { by, to, code, smsText, goodUntil: Date.parse(expiresAt) });
  }
  if (explainSms) await noteSmsExplained(tenant.db, account.patientId, tenant.now());
  return {
    challenge: token,
    factor,
    sentTo: code === null ? null : factor === "email" ? maskEmail(to) : maskPhone(to),
    resendAfter: gap,
    expiresAt,
    explainSms,
  };
}
