import type { Challenge, CodeAnswer, HandOverRequest } from "@tuodossier/sdk/contract";
import { DAY, HOUR, instant, SECOND } from "../clock.ts";
import { Problem } from "../http/problem.ts";
import { hashOf, macOf, newSecret } from "../keys/secret.ts";
import { newId } from "../keys/uuid.ts";
import type { Tenant } from "../tenant.ts";
import { normalizeUser } from "@tuodossier/sdk";
import { codeMac, codeText, maskPhone, newCode } from "./codes.ts";
import * as limits from "./limits.ts";
import { refusalOf } from "./password-rules.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import * as store from "./store.ts";

/** Whether a patient may sign in at all: the consents room says (portal activation). */
export type MaySignIn = (patientId: string) => Promise<boolean>;

/**
 * First step: user name and password. An unknown user, a wrong password, a disabled account and one without
 * portal activation get the same answer after the same work: one Argon2id, one counted failure.
 *
 * @throws {Problem} `auth.invalid-credentials`, `auth.wait`, `auth.code-closed`, `auth.resend-limit`, `server.busy`.
 */
export async function begin(
  tenant: Tenant,
  facts: { codiceFiscale: string; password: string; handOver: HandOverRequest; maySignIn: MaySignIn },
): Promise<Challenge> {
  const { db, keys } = tenant;
  const user = normalizeUser(facts.codiceFiscale);
  const userMac = macOf(keys.user, user);
  const wait = await store.waitOf(db, userMac);
  if (wait && wait > instant(tenant.now())) {
    throw new Problem("auth.wait", { retryAfter: secondsTo(tenant, wait) });
  }

  const account = await store.accountOf(db, user);
  const right = await verifyPassword(account?.passwordHash ?? null, facts.password);
  const now = tenant.now();
  const expired = account?.firstPasswordUntil && account.firstPasswordUntil < instant(now);
  const usable = right && account && !account.disabledAt && !expired &&
    await facts.maySignIn(account.patientId);
  if (!usable) {
    await store.countFailure(db, { userMac, now, wait: limits.waitAfter });
    throw new Problem("auth.invalid-credentials");
  }
  await store.clearFailures(db, userMac);

  const token = newSecret();
  const { origin, codeChallenge, keyThumbprint, state } = facts.handOver;
  if (!tenant.clinic.origins.includes(origin)) throw new Problem("tenant.origin");
  const challenge = {
    tokenHash: hashOf(token),
    patientId: account.patientId,
    origin,
    codeChallenge,
    keyThumbprint,
  };
  const expiresAt = instant(now + limits.CHALLENGE_LIFE * SECOND);
  await store.addChallenge(db, { ...challenge, state, now, expiresAt });
  return await sendCode(tenant, { token, account, challenge: { ...challenge, sends: 0, expiresAt } });
}

/** @throws {Problem} `auth.challenge-over`, `auth.wait` before the gap is over, `auth.resend-limit`. */
export async function resend(tenant: Tenant, token: string): Promise<Challenge> {
  const now = tenant.now();
  const challenge = await store.openChallenge(tenant.db, { tokenHash: hashOf(token), now, verified: false });
  if (!challenge) throw new Problem("auth.challenge-over");
  if (challenge.sends >= limits.CODES_PER_CHALLENGE) throw new Problem("auth.resend-limit");
  if (challenge.resendAt > instant(now)) {
    throw new Problem("auth.wait", { retryAfter: secondsTo(tenant, challenge.resendAt) });
  }
  const account = await store.accountById(tenant.db, challenge.patientId);
  return await sendCode(tenant, { token, account: account!, challenge });
}

async function sendCode(
  tenant: Tenant,
  facts: {
    token: string;
    account: store.Account;
    challenge: store.Challenge & { sends: number; expiresAt: string };
  },
): Promise<Challenge> {
  const { db, now: clock } = tenant;
  const { account, challenge } = facts;
  const now = clock();
  if (account.codesClosedUntil && account.codesClosedUntil > instant(now)) {
    throw new Problem("auth.code-closed", { retryAfter: secondsTo(tenant, account.codesClosedUntil) });
  }
  const [hour, day] = await Promise.all([
    store.codesSince(db, account.patientId, instant(now - HOUR)),
    store.codesSince(db, account.patientId, instant(now - DAY)),
  ]);
  if (hour >= limits.CODES_PER_HOUR) throw new Problem("auth.resend-limit", { retryAfter: 3600 });
  if (day >= limits.CODES_PER_DAY) throw new Problem("auth.resend-limit", { retryAfter: 86_400 });

  const gap = limits.RESEND_GAPS[Math.min(challenge.sends, limits.RESEND_GAPS.length - 1)];
  const turn = {
    tokenHash: challenge.tokenHash,
    sends: challenge.sends,
    resendAt: instant(now + gap * SECOND),
  };
  if (!await store.takeSend(db, turn)) throw new Problem("auth.wait", { retryAfter: gap });
  const code = newCode();
  const { tokenHash: challengeHash, patientId, keyThumbprint, origin } = challenge;
  const mac = codeMac(tenant.keys.code, { code, challengeHash, patientId, keyThumbprint });
  await store.addCode(db, { id: newId(now), challengeHash, patientId, mac, now });
  await tenant.sms.send({
    to: account.phone,
    text: codeText({ ...account, code, origin, baseUrl: tenant.baseUrl }),
  });
  return {
    challenge: facts.token,
    maskedPhone: maskPhone(account.phone),
    resendAfter: gap,
    expiresAt: challenge.expiresAt,
  };
}

/** @throws {Problem} `auth.code-invalid`, or `auth.challenge-over` after five of them. */
export async function enterCode(tenant: Tenant, token: string, code: string): Promise<CodeAnswer> {
  const { db } = tenant;
  const now = tenant.now();
  const tokenHash = hashOf(token);
  const challenge = await store.openChallenge(db, { tokenHash, now, verified: false });
  if (!challenge) throw new Problem("auth.challenge-over");
  const { patientId, keyThumbprint } = challenge;
  const account = await store.accountById(db, patientId);
  if (account!.codesClosedUntil && account!.codesClosedUntil > instant(now)) {
    throw new Problem("auth.code-closed", { retryAfter: secondsTo(tenant, account!.codesClosedUntil) });
  }
  const mac = codeMac(tenant.keys.code, { code, challengeHash: tokenHash, patientId, keyThumbprint });
  const verdict = await store.judgeCode(db, { tokenHash, mac, now });
  if (!verdict) throw new Problem("auth.challenge-over");
  if (!verdict.right) {
    await store.countWrongCode(db, patientId, now);
    throw new Problem("auth.code-invalid");
  }
  await store.clearWrongCodes(db, patientId);
  if (account!.firstPasswordUntil) return { next: "new-password" };
  return { next: "hand-over", code: await handOver(tenant, challenge) };
}

/** Replaces the first password, which ends here, and goes on to the clinic's page. */
export async function choosePassword(tenant: Tenant, token: string, password: string): Promise<string> {
  const { db } = tenant;
  const facts = { tokenHash: hashOf(token), now: tenant.now(), verified: true };
  const challenge = await store.openChallenge(db, facts);
  const account = challenge && await store.accountById(db, challenge.patientId);
  if (!challenge || !account?.firstPasswordUntil) throw new Problem("auth.challenge-over");
  const reason = refusalOf(password, personalWords(account, tenant.clinic.name)) ??
    (await verifyPassword(account.passwordHash, password) ? "unchanged" : null);
  if (reason) throw new Problem("auth.password-weak", { reason });
  const passwordHash = await hashPassword(password);
  await store.setPassword(db, { patientId: account.patientId, passwordHash, firstPasswordUntil: null });
  return await handOver(tenant, challenge);
}

/** Ends the sign-in with a code that the clinic's page trades for a session. */
async function handOver(tenant: Tenant, challenge: store.Challenge): Promise<string> {
  const now = tenant.now();
  if (!await store.endChallenge(tenant.db, challenge.tokenHash, now)) {
    throw new Problem("auth.challenge-over");
  }
  const code = newSecret();
  const expiresAt = instant(now + limits.HAND_OVER_LIFE * SECOND);
  await store.addHandOver(tenant.db, hashOf(code), { ...challenge, expiresAt });
  return code;
}

const secondsTo = (tenant: Tenant, until: string) =>
  Math.max(1, Math.ceil((Date.parse(until) - tenant.now()) / SECOND));

const personalWords = (account: store.Account, clinicName: string): string[] => [
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
