import { type RawBuilder, sql } from "kysely";
import { instant } from "../../clock.ts";
import type { ErrandAct, Factor } from "@tuodossier/sdk/contract";
import type { ClinicDatabase } from "../../tenant.ts";
import { CODE_ATTEMPTS, CODES_GOOD } from "../limits.ts";

/**
 * What a challenge is good for: a sign-in; an errand of who is signed in (its code steps the session up); a reset,
 * whose new password waits; the proof of a new telephone or address.
 */
export type Purpose = "sign-in" | ErrandAct | "reset" | "new-phone" | "new-email";

export interface Challenge {
  readonly tokenHash: string;
  readonly patientId: string;
  readonly purpose: Purpose;
  readonly factor: Factor;
  readonly origin: string;
  readonly codeChallenge: string;
  readonly keyThumbprint: string;
  /** The session an errand belongs to. */
  readonly sessionId: string | null;
  /** The known device a sign-in was begun on. */
  readonly deviceId: string | null;
  /** The new telephone or address that a code has to prove. */
  readonly contact: string | null;
  /** The password that waits for the code (reset). */
  readonly passwordHash: string | null;
  /** The provider's identity that is linked by this sign-in, or was signed in with. */
  readonly identityHash: string | null;
}

/** A challenge that goes on. */
export interface OpenChallenge extends Challenge {
  /** Codes sent so far. */
  readonly sends: number;
  readonly resendAt: string;
  readonly expiresAt: string;
  /** When its right code was given, or was spared. */
  readonly verifiedAt: string | null;
}

/** A challenge on its way into the table; `now` in milliseconds. */
export interface NewChallenge extends OpenChallenge {
  readonly now: number;
}

/** Adds a challenge; those that are over leave the table. */
export async function addChallenge(
  db: ClinicDatabase,
  challenge: NewChallenge,
): Promise<void> {
  await db.deleteFrom("challenges").where("expires_at", "<=", instant(challenge.now)).execute();
  await db.insertInto("challenges").values({
    token_hash: challenge.tokenHash,
    patient_id: challenge.patientId,
    purpose: challenge.purpose,
    factor: challenge.factor,
    session_id: challenge.sessionId,
    device_id: challenge.deviceId,
    contact: challenge.contact,
    password_hash: challenge.passwordHash,
    identity_hash: challenge.identityHash,
    origin: challenge.origin,
    code_challenge: challenge.codeChallenge,
    key_thumbprint: challenge.keyThumbprint,
    attempts: 0,
    sends: challenge.sends,
    resend_at: challenge.resendAt,
    created_at: instant(challenge.now),
    expires_at: challenge.expiresAt,
    verified_at: challenge.verifiedAt,
    ended_at: null,
  }).execute();
}

const columns = [
  "token_hash as tokenHash",
  "patient_id as patientId",
  "purpose",
  "factor",
  "session_id as sessionId",
  "device_id as deviceId",
  "contact",
  "password_hash as passwordHash",
  "identity_hash as identityHash",
  "origin",
  "code_challenge as codeChallenge",
  "key_thumbprint as keyThumbprint",
  "sends",
  "resend_at as resendAt",
  "expires_at as expiresAt",
  "verified_at as verifiedAt",
] as const;

/** A challenge that still goes on, before the code (`verified` false) or after it. */
export async function openChallenge(
  db: ClinicDatabase,
  facts: { tokenHash: string; now: number; verified: boolean },
): Promise<OpenChallenge | undefined> {
  const open = db.selectFrom("challenges").select(columns).where("token_hash", "=", facts.tokenHash).where(
    "ended_at",
    "is",
    null,
  )
    .where("expires_at", ">", instant(facts.now));
  const wanted = facts.verified
    ? open.where("verified_at", "is not", null)
    : open.where("verified_at", "is", null).where("attempts", "<", CODE_ATTEMPTS);
  return await wanted.executeTakeFirst() as OpenChallenge | undefined;
}

/** One more code goes out, the next not before `resendAt`. */
export async function countSend(
  db: ClinicDatabase,
  { tokenHash, resendAt }: { tokenHash: string; resendAt: string },
): Promise<void> {
  await db.updateTable("challenges").set({ sends: sql`sends + 1`, resend_at: resendAt })
    .where("token_hash", "=", tokenHash).execute();
}

/** What was counted did not go out: as it stood before. */
export async function uncountSend(
  tx: ClinicDatabase,
  { tokenHash, resendAt }: { tokenHash: string; resendAt: string },
): Promise<void> {
  await tx.updateTable("challenges").set({ sends: sql`sends - 1`, resend_at: resendAt })
    .where("token_hash", "=", tokenHash).where("sends", ">", 0).execute();
}

/**
 * Judges a code that was sent in one statement: it counts the attempt and marks the challenge when the code is one
 * of the last two. Of any number of right codes at once, one finds `verified_at` empty.
 *
 * @returns whether it is right, `undefined` when the challenge takes no more codes.
 */
export function judgeCode(
  db: ClinicDatabase,
  facts: { tokenHash: string; mac: string; now: number },
): Promise<boolean | undefined> {
  const good = sql<string>`(SELECT mac FROM codes WHERE challenge_hash = ${facts.tokenHash}
    ORDER BY id DESC LIMIT ${CODES_GOOD})`;
  return takeCode(db, { ...facts, isRight: sql<boolean>`${facts.mac} IN ${good}` });
}

/** The same for a code judged elsewhere, within the transaction that judged it. */
export const countCode = (
  tx: ClinicDatabase,
  facts: { tokenHash: string; right: boolean; now: number },
): Promise<boolean | undefined> => takeCode(tx, { ...facts, isRight: sql<boolean>`${facts.right ? 1 : 0}` });

async function takeCode(
  db: ClinicDatabase,
  facts: { tokenHash: string; isRight: RawBuilder<boolean>; now: number },
): Promise<boolean | undefined> {
  const row = await db.updateTable("challenges").set({
    attempts: sql`attempts + 1`,
    verified_at: sql`CASE WHEN ${facts.isRight} THEN ${instant(facts.now)} END`,
  }).where("token_hash", "=", facts.tokenHash).where("ended_at", "is", null).where("verified_at", "is", null)
    .where("expires_at", ">", instant(facts.now)).where("attempts", "<", CODE_ATTEMPTS)
    .returning("verified_at").executeTakeFirst();
  return row && row.verified_at !== null;
}

/** Puts another secret in the place of a challenge's: the one before opens nothing. */
export async function renameChallenge(db: ClinicDatabase, from: string, to: string): Promise<void> {
  await db.updateTable("challenges").set({ token_hash: to }).where("token_hash", "=", from).execute();
}

/** @returns whether it had not ended before. */
export async function endChallenge(db: ClinicDatabase, tokenHash: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable("challenges").set({ ended_at: instant(now) })
    .where("token_hash", "=", tokenHash).where("ended_at", "is", null).executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function endChallengesOf(db: ClinicDatabase, patientId: string, now: number): Promise<void> {
  await db.updateTable("challenges").set({ ended_at: instant(now) }).where("patient_id", "=", patientId)
    .where("ended_at", "is", null).execute();
}
