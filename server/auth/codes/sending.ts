import type { Challenge } from "@tuodossier/sdk/contract";
import { DAY, HOUR, instant, SECOND } from "../../clock.ts";
import { atomically } from "../../db/atomically.ts";
import { Problem } from "../../http/problem.ts";
import { hashOf } from "../../keys/secret.ts";
import { newId } from "../../keys/uuid.ts";
import type { Tenant } from "../../tenant.ts";
import { type Account, enabledAccount, noteSmsExplained } from "../accounts/store.ts";
import { beginChallenge, type BegunChallenge } from "../challenges/challenge.ts";
import { hasSession } from "../challenges/session.ts";
import { countSend, type OpenChallenge, openChallenge, uncountSend } from "../challenges/store.ts";
import { sendCode } from "./message.ts";
import { addCode, type CodeRate, codesFullUntil, type Counted, removeCode } from "./store.ts";
import { codeMac, codeText, newCode } from "./codes.ts";
import { maskEmail, maskPhone } from "../contacts/masks.ts";
import {
  CODES_PER_CHALLENGE,
  CODES_PER_DAY,
  CODES_PER_HOUR,
  PROOFS_PER_CONTACT,
  PROOFS_PER_PATIENT,
  RESEND_GAPS,
} from "../limits.ts";
import { codesClosedUntil, waitUntil } from "../attempts/waiting.ts";

/** A challenge whose code is counted and stored, but not sent yet; of an authenticator's there is none to send. */
export interface MadeCode {
  readonly code: { readonly id: string; readonly digits: string } | null;
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
  for (const [counted, rate] of ratesOf(challenge, contact)) {
    const until = await codesFullUntil(db, counted, { ...rate, now });
    if (until !== null) {
      return new Problem("auth.resend-limit", { retryAfter: Math.max(1, Math.ceil((until - now) / SECOND)) });
    }
  }
  const gap = RESEND_GAPS[Math.min(challenge.sends, RESEND_GAPS.length - 1)];
  const { tokenHash: challengeHash, patientId, keyThumbprint } = challenge;
  await countSend(db, { tokenHash: challengeHash, resendAt: instant(now + gap * SECOND) });
  const code = { id: newId(now), digits: newCode() };
  const mac = codeMac(keys.code, { code: code.digits, challengeHash, patientId, keyThumbprint });
  await addCode(db, {
    id: code.id,
    challengeHash,
    patientId,
    mac,
    contact,
    purpose: challenge.purpose,
    now,
  });
  return { code, gap, account, challenge };
}

/**
 * How many codes may go out. Couples share a telephone, and its limit. What proves a new contact goes wherever a
 * session likes: few of them, and none that would count against a stranger's own sign-in.
 */
function ratesOf(
  { contact: proved, patientId }: OpenChallenge,
  contact: string,
): readonly (readonly [Counted, CodeRate])[] {
  const there = { of: "contact", value: contact } as const;
  if (proved === null) {
    return [
      [{ ...there, proofs: false }, { most: CODES_PER_HOUR, within: HOUR }],
      [{ ...there, proofs: false }, { most: CODES_PER_DAY, within: DAY }],
    ];
  }
  return [
    [{ ...there, proofs: true }, { most: PROOFS_PER_CONTACT, within: DAY }],
    [{ of: "patient_id", value: patientId, proofs: true }, { most: PROOFS_PER_PATIENT, within: DAY }],
  ];
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
    if (!challenge || !account || !await hasSession(within, challenge)) {
      return new Problem("auth.challenge-over");
    }
    return await makeCode(within, { account, challenge: { ...challenge, token } });
  });

/**
 * Sends the code, after the transaction, and says where it went. One that does not leave is counted nowhere.
 * @throws {SmsRefused}
 * @throws {Problem} `auth.code-unsent`.
 */
export async function deliverCode(
  tenant: Tenant,
  { code, gap, account, challenge }: MadeCode,
): Promise<Challenge> {
  const { token, tokenHash, factor, expiresAt, origin, resendAt } = challenge;
  const to = contactOf(challenge, account);
  const explainSms = factor === "sms" && challenge.purpose === "sign-in" && account.smsExplainedAt === null;
  if (code !== null) {
    const { id, digits } = code;
    await sendCode(tenant, {
      by: factor === "email" ? "email" : "sms",
      to,
      code: digits,
      smsText: codeText({ ...account, code: digits, origin, baseUrl: tenant.baseUrl }),
      goodUntil: Date.parse(expiresAt),
      async undo({ db }) {
        await removeCode(db, id);
        await uncountSend(db, { tokenHash, resendAt });
      },
    });
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
