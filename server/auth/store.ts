import { sql } from "kysely";
import { instant, SECOND } from "../clock.ts";
import type { ClinicDatabase } from "../tenant.ts";
import { closedFor, CODE_ATTEMPTS, CODE_FAILURES, CODES_GOOD } from "./limits.ts";

/** An account with what sign-in needs to know of its patient. */
export interface Account {
  readonly patientId: string;
  readonly passwordHash: string;
  readonly firstPasswordUntil: string | null;
  readonly disabledAt: string | null;
  readonly codesClosedUntil: string | null;
  readonly phone: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly codiceFiscale: string;
  readonly birthDate: string;
  readonly email: string | null;
}

const accounts = (db: ClinicDatabase) =>
  db.selectFrom("accounts").innerJoin("patients", "patients.id", "accounts.patient_id").select([
    "patient_id as patientId",
    "password_hash as passwordHash",
    "first_password_until as firstPasswordUntil",
    "disabled_at as disabledAt",
    "codes_closed_until as codesClosedUntil",
    "phone",
    "given_name as givenName",
    "family_name as familyName",
    "codice_fiscale as codiceFiscale",
    "birth_date as birthDate",
    "email",
  ]);

export const accountOf = (db: ClinicDatabase, codiceFiscale: string): Promise<Account | undefined> =>
  accounts(db).where("codice_fiscale", "=", codiceFiscale).executeTakeFirst();

export const accountById = (db: ClinicDatabase, patientId: string): Promise<Account | undefined> =>
  accounts(db).where("patient_id", "=", patientId).executeTakeFirst();

export async function setPassword(
  db: ClinicDatabase,
  facts: { patientId: string; passwordHash: string; firstPasswordUntil: string | null },
): Promise<void> {
  const { patientId, passwordHash, firstPasswordUntil } = facts;
  await db.insertInto("accounts").values({
    patient_id: patientId,
    password_hash: passwordHash,
    first_password_until: firstPasswordUntil,
    disabled_at: null,
    code_failures: 0,
    codes_closed_until: null,
    codes_closings: 0,
  }).onConflict((c) =>
    c.column("patient_id").doUpdateSet({
      password_hash: passwordHash,
      first_password_until: firstPasswordUntil,
    })
  ).execute();
}

/** Until when the next password of this user name has to wait, if it has. */
export async function waitOf(db: ClinicDatabase, userMac: string): Promise<string | null> {
  const row = await db.selectFrom("attempts").select("wait_until").where("user_mac", "=", userMac)
    .executeTakeFirst();
  return row?.wait_until ?? null;
}

/** One more failure: the same write for every user name, known or not. */
export async function countFailure(
  db: ClinicDatabase,
  facts: { userMac: string; now: number; wait: (failures: number) => number },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { failures } = await tx.insertInto("attempts")
      .values({ user_mac: facts.userMac, failures: 1, wait_until: null })
      .onConflict((c) => c.column("user_mac").doUpdateSet({ failures: sql`failures + 1` }))
      .returning("failures").executeTakeFirstOrThrow();
    const wait = facts.wait(failures);
    const until = wait > 0 ? instant(facts.now + wait * SECOND) : null;
    await tx.updateTable("attempts").set({ wait_until: until }).where("user_mac", "=", facts.userMac)
      .execute();
  });
}

export async function clearFailures(db: ClinicDatabase, userMac: string): Promise<void> {
  await db.deleteFrom("attempts").where("user_mac", "=", userMac).execute();
}

/** All counters of failed sign-ins and codes back to nothing: the desk's remedy. */
export async function clearAllFailures(db: ClinicDatabase): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom("attempts").execute();
    await tx.deleteFrom("codes").execute();
    await tx.updateTable("accounts").set({ code_failures: 0, codes_closed_until: null, codes_closings: 0 })
      .execute();
  });
}

export interface Challenge {
  readonly tokenHash: string;
  readonly patientId: string;
  readonly origin: string;
  readonly codeChallenge: string;
  readonly keyThumbprint: string;
}

export async function addChallenge(
  db: ClinicDatabase,
  challenge: Challenge & { state: string; now: number; expiresAt: string },
): Promise<void> {
  await db.insertInto("challenges").values({
    token_hash: challenge.tokenHash,
    patient_id: challenge.patientId,
    origin: challenge.origin,
    code_challenge: challenge.codeChallenge,
    key_thumbprint: challenge.keyThumbprint,
    state: challenge.state,
    attempts: 0,
    sends: 0,
    resend_at: instant(challenge.now),
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
): Promise<(Challenge & { sends: number; resendAt: string; expiresAt: string }) | undefined> {
  return await db.selectFrom("challenges").select([
    "token_hash as tokenHash",
    "patient_id as patientId",
    "origin",
    "code_challenge as codeChallenge",
    "key_thumbprint as keyThumbprint",
    "sends",
    "resend_at as resendAt",
    "expires_at as expiresAt",
  ]).where("token_hash", "=", facts.tokenHash).where("ended_at", "is", null)
    .where("expires_at", ">", instant(facts.now)).where("attempts", "<", facts.verified ? 99 : CODE_ATTEMPTS)
    .where("verified_at", facts.verified ? "is not" : "is", null).executeTakeFirst();
}

/** How many codes went to this patient since then. */
export async function codesSince(db: ClinicDatabase, patientId: string, since: string): Promise<number> {
  const { count } = await db.selectFrom("codes").select((e) => e.fn.countAll<number>().as("count"))
    .where("patient_id", "=", patientId).where("sent_at", ">", since).executeTakeFirstOrThrow();
  return count;
}

/** Takes the turn to send a code; false when another request took it. */
export async function takeSend(
  db: ClinicDatabase,
  facts: { tokenHash: string; sends: number; resendAt: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable("challenges")
    .set({ sends: facts.sends + 1, resend_at: facts.resendAt })
    .where("token_hash", "=", facts.tokenHash).where("sends", "=", facts.sends).executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function addCode(
  db: ClinicDatabase,
  code: { id: string; challengeHash: string; patientId: string; mac: string; now: number },
): Promise<void> {
  await db.insertInto("codes").values({
    id: code.id,
    challenge_hash: code.challengeHash,
    patient_id: code.patientId,
    mac: code.mac,
    sent_at: instant(code.now),
  }).execute();
}

/**
 * Judges a code in one statement: it counts the attempt and marks the challenge when the code is one of the last
 * two sent. Of any number of right codes at once, one finds `verified_at` empty.
 *
 * @returns `undefined` when the challenge takes no more codes.
 */
export async function judgeCode(
  db: ClinicDatabase,
  facts: { tokenHash: string; mac: string; now: number },
): Promise<{ right: boolean; patientId: string } | undefined> {
  const good = sql<string>`(SELECT mac FROM codes WHERE challenge_hash = ${facts.tokenHash}
    ORDER BY id DESC LIMIT ${CODES_GOOD})`;
  const row = await db.updateTable("challenges").set({
    attempts: sql`attempts + 1`,
    verified_at: sql`CASE WHEN ${facts.mac} IN ${good} THEN ${instant(facts.now)} END`,
  }).where("token_hash", "=", facts.tokenHash).where("ended_at", "is", null).where("verified_at", "is", null)
    .where("expires_at", ">", instant(facts.now)).where("attempts", "<", CODE_ATTEMPTS)
    .returning(["verified_at", "patient_id as patientId"]).executeTakeFirst();
  return row && { right: row.verified_at !== null, patientId: row.patientId };
}

/** One more wrong code in a row; the tenth closes the path, for longer each time. */
export async function countWrongCode(db: ClinicDatabase, patientId: string, now: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await tx.updateTable("accounts").set({ code_failures: sql`code_failures + 1` })
      .where("patient_id", "=", patientId).returning(["code_failures", "codes_closings"])
      .executeTakeFirstOrThrow();
    if (row.code_failures < CODE_FAILURES) return;
    await tx.updateTable("accounts").set({
      code_failures: 0,
      codes_closings: row.codes_closings + 1,
      codes_closed_until: instant(now + closedFor(row.codes_closings) * SECOND),
    }).where("patient_id", "=", patientId).execute();
  });
}

export async function clearWrongCodes(db: ClinicDatabase, patientId: string): Promise<void> {
  await db.updateTable("accounts").set({ code_failures: 0, codes_closed_until: null, codes_closings: 0 })
    .where("patient_id", "=", patientId).execute();
}

/** Ends a sign-in; true for the one who ended it. */
export async function endChallenge(db: ClinicDatabase, tokenHash: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable("challenges").set({ ended_at: instant(now) })
    .where("token_hash", "=", tokenHash).where("ended_at", "is", null).executeTakeFirst();
  return numUpdatedRows === 1n;
}

export interface HandOver {
  readonly patientId: string;
  readonly origin: string;
  readonly codeChallenge: string;
  readonly keyThumbprint: string;
  readonly expiresAt: string;
}

export async function addHandOver(db: ClinicDatabase, codeHash: string, handOver: HandOver): Promise<void> {
  await db.insertInto("hand_overs").values({
    code_hash: codeHash,
    patient_id: handOver.patientId,
    origin: handOver.origin,
    code_challenge: handOver.codeChallenge,
    key_thumbprint: handOver.keyThumbprint,
    expires_at: handOver.expiresAt,
  }).execute();
}

/** Takes a hand-over code out: whoever comes second finds nothing. */
export const takeHandOver = (db: ClinicDatabase, codeHash: string): Promise<HandOver | undefined> =>
  db.deleteFrom("hand_overs").where("code_hash", "=", codeHash).returning([
    "patient_id as patientId",
    "origin",
    "code_challenge as codeChallenge",
    "key_thumbprint as keyThumbprint",
    "expires_at as expiresAt",
  ]).executeTakeFirst();
