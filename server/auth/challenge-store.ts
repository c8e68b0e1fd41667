import { sql } from "kysely";
import { instant } from "../clock.ts";
import type { ClinicDatabase } from "../tenant.ts";
import { CODE_ATTEMPTS, CODES_GOOD } from "./limits.ts";

export interface Challenge {
  readonly tokenHash: string;
  readonly patientId: string;
  readonly origin: string;
  readonly codeChallenge: string;
  readonly keyThumbprint: string;
}

/** A sign-in that goes on. */
export interface OpenChallenge extends Challenge {
  /** Codes sent so far. */
  readonly sends: number;
  readonly resendAt: string;
  readonly expiresAt: string;
}

/** Adds a sign-in; those that are over leave the table. */
export async function addChallenge(
  db: ClinicDatabase,
  challenge: OpenChallenge & { now: number },
): Promise<void> {
  await db.deleteFrom("challenges").where("expires_at", "<=", instant(challenge.now)).execute();
  await db.insertInto("challenges").values({
    token_hash: challenge.tokenHash,
    patient_id: challenge.patientId,
    origin: challenge.origin,
    code_challenge: challenge.codeChallenge,
    key_thumbprint: challenge.keyThumbprint,
    attempts: 0,
    sends: challenge.sends,
    resend_at: challenge.resendAt,
    created_at: instant(challenge.now),
    expires_at: challenge.expiresAt,
    verified_at: null,
    ended_at: null,
  }).execute();
}

/** A sign-in that still goes on, before the code (`verified` false) or after it. */
export async function openChallenge(
  db: ClinicDatabase,
  facts: { tokenHash: string; now: number; verified: boolean },
): Promise<OpenChallenge | undefined> {
  const open = db.selectFrom("challenges").select([
    "token_hash as tokenHash",
    "patient_id as patientId",
    "origin",
    "code_challenge as codeChallenge",
    "key_thumbprint as keyThumbprint",
    "sends",
    "resend_at as resendAt",
    "expires_at as expiresAt",
  ]).where("token_hash", "=", facts.tokenHash).where("ended_at", "is", null)
    .where("expires_at", ">", instant(facts.now));
  const wanted = facts.verified
    ? open.where("verified_at", "is not", null)
    : open.where("verified_at", "is", null).where("attempts", "<", CODE_ATTEMPTS);
  return await wanted.executeTakeFirst();
}

/** One more code goes out, the next not before `resendAt`. */
export async function countSend(
  db: ClinicDatabase,
  { tokenHash, resendAt }: { tokenHash: string; resendAt: string },
): Promise<void> {
  await db.updateTable("challenges").set({ sends: sql`sends + 1`, resend_at: resendAt })
    .where("token_hash", "=", tokenHash).execute();
}

/**
 * Judges a code in one statement: it counts the attempt and marks the challenge when the code is one of the last
 * two sent. Of any number of right codes at once, one finds `verified_at` empty.
 *
 * @returns whether it is right, `undefined` when the challenge takes no more codes.
 */
export async function judgeCode(
  db: ClinicDatabase,
  facts: { tokenHash: string; mac: string; now: number },
): Promise<boolean | undefined> {
  const good = sql<string>`(SELECT mac FROM codes WHERE challenge_hash = ${facts.tokenHash}
    ORDER BY id DESC LIMIT ${CODES_GOOD})`;
  const row = await db.updateTable("challenges").set({
    attempts: sql`attempts + 1`,
    verified_at: sql`CASE WHEN ${facts.mac} IN ${good} THEN ${instant(facts.now)} END`,
  }).where("token_hash", "=", facts.tokenHash).where("ended_at", "is", null).where("verified_at", "is", null)
    .where("expires_at", ">", instant(facts.now)).where("attempts", "<", CODE_ATTEMPTS)
    .returning("verified_at").executeTakeFirst();
  return row && row.verified_at !== null;
}

export async function endChallenge(db: ClinicDatabase, tokenHash: string, now: number): Promise<void> {
  await db.updateTable("challenges").set({ ended_at: instant(now) }).where("token_hash", "=", tokenHash)
    .where("ended_at", "is", null).execute();
}

export async function endChallengesOf(db: ClinicDatabase, patientId: string, now: number): Promise<void> {
  await db.updateTable("challenges").set({ ended_at: instant(now) }).where("patient_id", "=", patientId)
    .where("ended_at", "is", null).execute();
}
