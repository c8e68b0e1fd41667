/** Where failed passwords are counted. The tables hold HMACs only: neither user names nor addresses. */
import { KNOWN_DEVICES } from "@tuodossier/sdk/contract";
import { addressBlock } from "../../http/address-block.ts";
import { macOf } from "../../keys/secret.ts";
import type { ClinicDatabase, Tenant } from "../../tenant.ts";
import type { Account } from "../accounts/store.ts";
import { type Attempt, forgetAttempts, returnAttempt, takeAttempt } from "./store.ts";
import { waitUntil } from "./waiting.ts";
import { deviceIds, liveDevice } from "../devices/store.ts";
import { markedDevices } from "../devices/token.ts";

/** A known device is counted apart: a stranger who knows the user name cannot hold its owner out. */
const bucketOf = (key: Uint8Array, userMac: string, deviceId: string | null): string =>
  deviceId === null ? userMac : macOf(key, `attempts\n${userMac}\n${deviceId}`);

/**
 * The device that is known to a user, of those whose tokens a browser holds; or null. A token alone is not enough:
 * a new password makes every browser a stranger's.
 */
export async function deviceOf(
  { db, keys, now }: Tenant,
  { user, devices }: { user: string; devices: readonly string[] },
): Promise<string | null> {
  const marked = markedDevices(keys.device, { tokens: devices, userMac: macOf(keys.user, user), now: now() });
  // As many as there may be tokens, whatever they are: the same statement for everybody.
  const ids = Array.from({ length: KNOWN_DEVICES }, (_, i) => marked[i] ?? "");
  return await liveDevice(db, { ids, user, now: now() });
}

/**
 * A password that is about to be judged, and the known device it comes from.
 *
 * @param facts.user The normalized user name, in upper case: no entry of another kind is called the same.
 * @param facts.address Null for who is signed in already.
 */
export function attemptOf(
  tenant: Tenant,
  facts: { user: string; deviceId: string | null; address: string | null },
): Attempt {
  const { user, deviceId, address } = facts;
  const { keys } = tenant;
  const now = tenant.now();
  const userMac = macOf(keys.user, user);
  const addressMac = address === null ? null : macOf(keys.user, `address\n${addressBlock(address)}`);
  const bucketMac = bucketOf(keys.device, userMac, deviceId);
  return { userMac, addressMac, bucketMac, isKnownDevice: deviceId !== null, now };
}

/**
 * Counts an attempt before its password is judged, so that of many at once no more are judged than may be. Where
 * it cannot be judged the count is given back.
 *
 * @throws {Problem} `auth.wait`, and whatever `judge` throws.
 */
export async function judgeAttempt<T>(
  db: ClinicDatabase,
  attempt: Attempt,
  judge: () => Promise<T>,
): Promise<T> {
  const taken = await takeAttempt(db, attempt);
  if (taken.wait) throw waitUntil(taken.wait, attempt.now);
  try {
    return await judge();
  } catch (error) {
    await returnAttempt(db, { ...attempt, ...taken });
    throw error;
  }
}

/** Forgets an account's wrong passwords, wherever they came from; within a transaction. */
export async function forgetWrongPasswords(
  { db, keys }: Tenant,
  { patientId, codiceFiscale }: Pick<Account, "patientId" | "codiceFiscale">,
): Promise<void> {
  const userMac = macOf(keys.user, codiceFiscale);
  const devices = [null, ...await deviceIds(db, patientId)];
  const bucketMacs = devices.map((id) => bucketOf(keys.device, userMac, id));
  await forgetAttempts(db, { userMac, bucketMacs });
}
