import type { Tokens } from "@tuodossier/sdk/contract";
import { instant, MINUTE, SECOND } from "../clock.ts";
import { Problem } from "../http/problem.ts";
import { hashOf, newSecret } from "../keys/secret.ts";
import { newId } from "../keys/uuid.ts";
import type { Tenant } from "../tenant.ts";
import { ACCESS_LIFE, IDLE, REFRESH_GRACE, SESSION_LIFE, STEP_UP } from "./limits.ts";
import * as store from "./session-store.ts";
import { takeHandOver } from "./store.ts";

/** A signed-in patient, as every room sees it. */
export interface PatientSession {
  readonly id: string;
  readonly patientId: string;
  /** Milliseconds: when password and code were last given. */
  readonly authenticatedAt: number;
}

/** Who asks: the key that signed the proof, the page's origin. */
export interface Bearer {
  readonly keyThumbprint: string;
  readonly origin: string | null;
}

const signedOut = () => new Problem("auth.signed-out");

/**
 * The session of an access token.
 * @throws {Problem} `auth.signed-out` when it is unknown, over, or another key's or page's.
 */
export async function findSession(
  tenant: Tenant,
  accessToken: string,
  bearer: Bearer,
): Promise<PatientSession> {
  const now = tenant.now();
  const found = await store.sessionByAccess(tenant.db, hashOf(accessToken), now);
  if (!found || !isBearer(found, bearer) || found.accessExpiresAt <= instant(now)) throw signedOut();
  // Writing at every request would make readers writers: once a minute is exact enough for half an hour.
  if (Date.parse(found.idleUntil) - now < IDLE * SECOND - MINUTE) {
    await store.touchSession(tenant.db, found.id, now);
  }
  return { id: found.id, patientId: found.patientId, authenticatedAt: Date.parse(found.authenticatedAt) };
}

const isBearer = (session: store.StoredSession, { keyThumbprint, origin }: Bearer) =>
  session.keyThumbprint === keyThumbprint && session.origin === origin;

/** Trades a hand-over code for a session (RFC 7636 §4.6, RFC 9449 §10). */
export async function startSession(
  tenant: Tenant,
  facts: { code: string; codeVerifier: string; bearer: Bearer },
): Promise<{ tokens: Tokens; session: PatientSession }> {
  const now = tenant.now();
  const given = await takeHandOver(tenant.db, hashOf(facts.code));
  const right = given && given.expiresAt > instant(now) && given.origin === facts.bearer.origin &&
    given.keyThumbprint === facts.bearer.keyThumbprint && given.codeChallenge === hashOf(facts.codeVerifier);
  if (!right) throw new Problem("auth.handover-invalid");
  const session: store.StoredSession = {
    id: newId(now),
    patientId: given.patientId,
    origin: given.origin,
    keyThumbprint: given.keyThumbprint,
    accessExpiresAt: instant(now + ACCESS_LIFE * SECOND),
    rotatedAt: instant(now),
    authenticatedAt: instant(now),
    idleUntil: instant(now + IDLE * SECOND),
    endsAt: instant(now + SESSION_LIFE * SECOND),
  };
  const fresh = freshTokens(session.endsAt);
  await store.addSession(tenant.db, { ...session, ...fresh.hashes }, now);
  return {
    tokens: fresh.tokens,
    session: { id: session.id, patientId: session.patientId, authenticatedAt: now },
  };
}

/**
 * New tokens for a refresh token, which is good once. An old one coming back means that two hold it: the session
 * ends, but for the same key within seconds, whose answer was lost on the way.
 */
export async function refreshSession(tenant: Tenant, refreshToken: string, bearer: Bearer): Promise<Tokens> {
  const now = tenant.now();
  const hash = hashOf(refreshToken);
  const current = await store.sessionByRefresh(tenant.db, hash, now);
  const found = current ?? await store.sessionByUsedRefresh(tenant.db, hash, now);
  if (!found) throw signedOut();
  const late = now - Date.parse(found.rotatedAt) > REFRESH_GRACE * SECOND;
  if (!isBearer(found, bearer) || (!current && late)) {
    await store.endSession(tenant.db, found.id, now);
    throw signedOut();
  }
  const from = current ? hash : await store.refreshHashOf(tenant.db, found.id);
  const fresh = freshTokens(found.endsAt);
  const accessExpiresAt = instant(now + ACCESS_LIFE * SECOND);
  const rotation = { id: found.id, from: from ?? "", previous: hash, accessExpiresAt, now, ...fresh.hashes };
  if (!await store.rotateTokens(tenant.db, rotation)) throw new Problem("server.busy", { retryAfter: 1 });
  return fresh.tokens;
}

/** Ends the session of an access token, which may be too old for anything else. */
export async function endSession(
  tenant: Tenant,
  accessToken: string,
  bearer: Bearer,
): Promise<PatientSession | null> {
  const found = await store.sessionByAccess(tenant.db, hashOf(accessToken), tenant.now());
  if (!found || !isBearer(found, bearer)) return null;
  await store.endSession(tenant.db, found.id, tenant.now());
  return { id: found.id, patientId: found.patientId, authenticatedAt: Date.parse(found.authenticatedAt) };
}

/** A download under way counts as activity: it moves the idle end of a session that still stands. */
export const keepAwake = (tenant: Tenant, sessionId: string): Promise<void> =>
  store.touchSession(tenant.db, sessionId, tenant.now());

/** Whether a session still stands, for downloads that outlive their request's token. */
export const isSessionOpen = (tenant: Tenant, sessionId: string): Promise<boolean> =>
  store.isOpen(tenant.db, sessionId);

/** @throws {Problem} `auth.step-up` when the sign-in is too old for an act that widens who sees what. */
export function requireRecentSignIn(session: PatientSession, now: number): void {
  if (now - session.authenticatedAt > STEP_UP * SECOND) throw new Problem("auth.step-up");
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
