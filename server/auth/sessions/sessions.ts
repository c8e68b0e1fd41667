import type { Tokens } from "@tuodossier/sdk/contract";
import { trace } from "../../accesses/trace.ts";
import { instant, MINUTE, SECOND } from "../../clock.ts";
import { atomically } from "../../db/atomically.ts";
import { Problem } from "../../http/problem.ts";
import { hashOf, newSecret } from "../../keys/secret.ts";
import { newId } from "../../keys/uuid.ts";
import type { Tenant } from "../../tenant.ts";
import { enabledAccount } from "../accounts/store.ts";
import { endChallengesOf } from "../challenges/store.ts";
import { meetDevice } from "../devices/devices.ts";
import { deviceName } from "../devices/name.ts";
import { removeHandOversOf, takeHandOver } from "./hand-over-store.ts";
import { ACCESS_LIFE, IDLE, REFRESH_GRACE, SESSION_LIFE, STEP_UP } from "../limits.ts";
import * as store from "./store.ts";

/** A signed-in patient, as every room sees it. */
export interface PatientSession {
  readonly id: string;
  readonly patientId: string;
  readonly origin: string;
  readonly keyThumbprint: string;
  /** Milliseconds: when password and code were last given. */
  readonly authenticatedAt: number;
  readonly deviceId: string | null;
  /** The provider's identity that was signed in with. */
  readonly identityHash: string | null;
}

/** Who asks: the key that signed the proof, the page's origin. */
export interface Bearer {
  readonly keyThumbprint: string;
  readonly origin: string | null;
}

const signedOut = () => new Problem("auth.signed-out");

/**
 * The session of an access token. The bearer proves themselves only where there is such a session: verifying costs
 * work, and a proof's memory, that nobody's token gets none of.
 *
 * @throws {Problem} `auth.signed-out` when it is unknown, over, or another key's or page's; what `prove` throws.
 */
export async function findSession(
  tenant: Tenant,
  accessToken: string,
  prove: () => Promise<Bearer>,
): Promise<PatientSession> {
  const now = tenant.now();
  const found = await store.sessionByAccess(tenant.db, hashOf(accessToken), now);
  if (!found || found.accessExpiresAt <= instant(now)) throw signedOut();
  if (!isBearer(found, await prove())) throw signedOut();
  // Writing at every request would make readers writers: once a minute is exact enough for half an hour.
  if (Date.parse(found.idleUntil) - now < IDLE * SECOND - MINUTE) {
    await store.touchSession(tenant.db, found.id, now);
  }
  return asSeen(found);
}

const asSeen = (
  { id, patientId, origin, keyThumbprint, authenticatedAt, deviceId, identityHash }: store.StoredSession,
): PatientSession => ({
  id,
  patientId,
  origin,
  keyThumbprint,
  deviceId,
  identityHash,
  authenticatedAt: Date.parse(authenticatedAt),
});

const isBearer = (session: store.StoredSession, { keyThumbprint, origin }: Bearer) =>
  session.keyThumbprint === keyThumbprint && session.origin === origin;

/**
 * Trades a hand-over code for a session (RFC 7636 §4.6, RFC 9449 §10); what was tried once is used up.
 * @throws {Problem} `auth.handover-invalid`.
 */
export async function startSession(
  tenant: Tenant,
  facts: { code: string; codeVerifier: string; bearer: Bearer; userAgent: string },
): Promise<{ tokens: Tokens; session: PatientSession }> {
  const started = await atomically(tenant, async (within) => {
    const { db } = within;
    const now = within.now();
    const given = await takeHandOver(db, hashOf(facts.code));
    const right = given && given.expiresAt > instant(now) && given.origin === facts.bearer.origin &&
      given.keyThumbprint === facts.bearer.keyThumbprint &&
      given.codeChallenge === hashOf(facts.codeVerifier);
    const account = right && await enabledAccount(db, given.patientId);
    if (!account) return null;
    const name = deviceName(facts.userAgent);
    const device = await meetDevice(within, { account, deviceId: given.deviceId, name });
    const session: store.StoredSession = {
      id: newId(now),
      patientId: given.patientId,
      origin: given.origin,
      keyThumbprint: given.keyThumbprint,
      accessExpiresAt: instant(now + ACCESS_LIFE * SECOND),
      previousRefreshHash: null,
      rotatedAt: instant(now),
      authenticatedAt: instant(now),
      idleUntil: instant(now + IDLE * SECOND),
      endsAt: instant(now + SESSION_LIFE * SECOND),
      deviceId: device.id,
      device: name,
      identityHash: given.identityHash,
    };
    const fresh = freshTokens(session.endsAt);
    await store.addSession(db, { ...session, ...fresh.hashes }, now);
    const seen = asSeen(session);
    await trace(within, {
      actor: "patient",
      act: "sign-in",
      room: "auth",
      patientId: account.patientId,
      sessionId: seen.id,
    });
    const tokens = device.token ? { ...fresh.tokens, device: device.token } : fresh.tokens;
    return { tokens, session: seen };
  });
  if (!started) throw new Problem("auth.handover-invalid");
  return started;
}

/**
 * New tokens for a refresh token, which is good once. An old one coming back means that two hold it: the session
 * ends, but for the same key with the last one used, within seconds of its use: the answer was lost on the way.
 *
 * @throws {Problem} `auth.signed-out`.
 */
export async function refreshSession(tenant: Tenant, refreshToken: string, bearer: Bearer): Promise<Tokens> {
  const tokens = await atomically(tenant, async ({ db, now: clock }) => {
    const now = clock();
    const hash = hashOf(refreshToken);
    const current = await store.sessionByRefresh(db, hash, now);
    const found = current ?? await store.sessionByUsedRefresh(db, hash, now);
    if (!found) return null;
    const lost = found.previousRefreshHash === hash &&
      now - Date.parse(found.rotatedAt) <= REFRESH_GRACE * SECOND;
    if (!isBearer(found, bearer) || !(current || lost)) {
      await store.endSession(db, found.id, now);
      return null;
    }
    const fresh = freshTokens(found.endsAt);
    await store.rotateTokens(db, {
      ...found,
      ...fresh.hashes,
      // Repeating a renewal does not move the seconds in which it may be repeated.
      ...(current ? { previousRefreshHash: hash, rotatedAt: instant(now) } : {}),
      accessExpiresAt: instant(now + ACCESS_LIFE * SECOND),
      idleUntil: instant(now + IDLE * SECOND),
    }, now);
    return fresh.tokens;
  });
  if (!tokens) throw signedOut();
  return tokens;
}

/**
 * Ends the session of an access token, which may be too old for anything else. The page may not know yet that
 * its tokens were renewed: then the key, which the proof proves, tells which session is meant.
 */
export async function endSession(
  tenant: Tenant,
  accessToken: string,
  bearer: Bearer,
): Promise<PatientSession | null> {
  const { keyThumbprint, origin } = bearer;
  return await atomically(tenant, async ({ db, now }) => {
    const found = await store.unendedByAccess(db, hashOf(accessToken)) ??
      (origin === null ? undefined : await store.unendedByKey(db, { keyThumbprint, origin }));
    if (!found || !isBearer(found, bearer)) return null;
    await store.endSession(db, found.id, now());
    return asSeen(found);
  });
}

/**
 * Ends all that a patient's sign-ins opened: sessions, and with them downloads; challenges; hand-overs. For a
 * right that was withdrawn (password given anew, account disabled, portal activation withdrawn): all of it or
 * nothing, in the caller's transaction where there is one.
 */
export const endSessionsOf = (tenant: Tenant, patientId: string): Promise<void> =>
  atomically(tenant, async ({ db, now }) => {
    await endChallengesOf(db, patientId, now());
    await removeHandOversOf(db, patientId);
    await store.endSessionsOf(db, { patientId, now: now() });
  });

/** The same, but for one session, which goes on. */
export const endOtherSessionsOf = (tenant: Tenant, patientId: string, kept: string): Promise<void> =>
  atomically(tenant, async ({ db, now }) => {
    await endChallengesOf(db, patientId, now());
    await removeHandOversOf(db, patientId);
    await store.endSessionsOf(db, { patientId, now: now(), kept });
  });

/** A code was given in this session just now: in the transaction that judged it. */
export const stepUp = ({ db, now }: Tenant, sessionId: string): Promise<void> =>
  store.noteSignIn(db, sessionId, now());

/** Activity (the patient is there, a download is under way) moves the idle end of a session that still stands. */
export const keepAwake = (tenant: Tenant, sessionId: string): Promise<void> =>
  store.touchSession(tenant.db, sessionId, tenant.now());

/** Whether a session still stands, for downloads that outlive their request's token. */
export const isSessionOpen = (tenant: Tenant, sessionId: string): Promise<boolean> =>
  store.isOpen(tenant.db, sessionId);

/** Whether a session can still be used: not ended, idle or over, and its account enabled. */
export const isSessionAlive = (tenant: Tenant, sessionId: string): Promise<boolean> =>
  store.isAlive(tenant.db, sessionId, tenant.now());

export const isRecentSignIn = ({ authenticatedAt }: PatientSession, now: number): boolean =>
  now - authenticatedAt <= STEP_UP * SECOND;

/** @throws {Problem} `auth.step-up` when the sign-in is too old for an act that widens who sees what. */
export function requireRecentSignIn(session: PatientSession, now: number): void {
  if (!isRecentSignIn(session, now)) throw new Problem("auth.step-up");
}

function freshTokens(
  endsAt: string,
): { tokens: Tokens; hashes: { accessHash: string; refreshHash: string } } {
  const [accessToken, refreshToken] = [newSecret(), newSecret()];
  return {
    tokens: { accessToken, refreshToken, expiresIn: ACCESS_LIFE, endsAt, idle: IDLE },
    hashes: { accessHash: hashOf(accessToken), refreshHash: hashOf(refreshToken) },
  };
}
