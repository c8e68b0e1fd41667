import { DAY, instant } from "../../clock.ts";
import { macOf, newSecret } from "../../keys/secret.ts";
import type { Tenant } from "../../tenant.ts";
import type { Account } from "../accounts/store.ts";
import { noticeNewDevice } from "../notices.ts";
import * as store from "./store.ts";
import { deviceToken } from "./token.ts";

/** Milliseconds a browser is known for. */
const LIFE = 365 * DAY;
/** Of one patient. */
const MOST = 50;

/**
 * Meets the browser a session starts on, in the transaction that starts it: notes a known one, makes a new one
 * known and tells the patient, unless it is their first.
 *
 * @param facts.deviceId What the sign-in found its token to be.
 * @returns `token` where the browser has to be given one: it is new, or half its time is over.
 */
export async function meetDevice(
  within: Tenant,
  facts: { account: Account; deviceId: string | null; name: string },
): Promise<{ id: string; token: string | null }> {
  const { account, deviceId, name } = facts;
  const { db, keys } = within;
  const { patientId } = account;
  const now = within.now();
  const userMac = macOf(keys.user, account.codiceFiscale);
  const until = now + LIFE;
  const tokenOf = (id: string) => deviceToken(keys.device, { id, userMac }, until);

  const knownUntil = deviceId ? await store.noteSeen(db, { id: deviceId, patientId, name, now }) : undefined;
  if (deviceId && knownUntil) {
    if (Date.parse(knownUntil) - now > LIFE / 2) return { id: deviceId, token: null };
    await store.renewDevice(db, { id: deviceId, patientId, until: instant(until) });
    return { id: deviceId, token: tokenOf(deviceId) };
  }
  const id = newSecret();
  const isFirst = await store.addDevice(db, {
    id,
    patientId,
    name,
    now,
    until: instant(until),
    most: MOST,
  });
  if (!isFirst) await noticeNewDevice(within, { account, device: name });
  return { id, token: tokenOf(id) };
}
