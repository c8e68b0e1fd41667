import { instant } from "../../clock.ts";
import type { ClinicDatabase } from "../../tenant.ts";

export interface HandOver {
  readonly patientId: string;
  readonly origin: string;
  readonly codeChallenge: string;
  readonly keyThumbprint: string;
  /** The known device the sign-in was begun on. */
  readonly deviceId: string | null;
  /** The provider's identity that was signed in with. */
  readonly identityHash: string | null;
  readonly expiresAt: string;
}

/** Adds a hand-over; those that are over leave the table. */
export async function addHandOver(
  db: ClinicDatabase,
  handOver: HandOver & { codeHash: string; now: number },
): Promise<void> {
  await db.deleteFrom("hand_overs").where("expires_at", "<=", instant(handOver.now)).execute();
  await db.insertInto("hand_overs").values({
    code_hash: handOver.codeHash,
    patient_id: handOver.patientId,
    origin: handOver.origin,
    code_challenge: handOver.codeChallenge,
    key_thumbprint: handOver.keyThumbprint,
    expires_at: handOver.expiresAt,
    device_id: handOver.deviceId,
    identity_hash: handOver.identityHash,
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
    "device_id as deviceId",
    "identity_hash as identityHash",
  ]).executeTakeFirst();

export async function removeHandOversOf(db: ClinicDatabase, patientId: string): Promise<void> {
  await db.deleteFrom("hand_overs").where("patient_id", "=", patientId).execute();
}
