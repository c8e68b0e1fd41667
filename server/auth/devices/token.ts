import { SECOND } from "../../clock.ts";
import { macOf, sameText } from "../../keys/secret.ts";

/** A browser that a patient has signed in from. */
export interface DeviceMark {
  readonly id: string;
  /** Whose it is: the HMAC of the user name. */
  readonly userMac: string;
}

const FORM = /^([A-Za-z0-9_-]{43})\.(\d{1,12})\.([A-Za-z0-9_-]{43})$/;

const macOfMark = (key: Uint8Array, { id, userMac }: DeviceMark, expiry: string): string =>
  macOf(key, [id, expiry, userMac].join("\n"));

/** What makes a browser known: `id.expiry.HMAC`, expiry in seconds since 1970. @param until Milliseconds. */
export function deviceToken(key: Uint8Array, mark: DeviceMark, until: number): string {
  const expiry = String(Math.floor(until / SECOND));
  return [mark.id, expiry, macOfMark(key, mark, expiry)].join(".");
}

/**
 * The ids in the tokens that are this user's and not expired; null for each that is not. A forged, expired or other
 * person's one costs the same as a right one.
 */
export function markedDevices(
  key: Uint8Array,
  { tokens, userMac, now }: { tokens: readonly string[]; userMac: string; now: number },
): (string | null)[] {
  return tokens.map((token) => {
    const [, id = "", expiry = "0", mac = ""] = FORM.exec(token) ?? [];
    const isOurs = sameText(mac, macOfMark(key, { id, userMac }, expiry));
    return isOurs && Number(expiry) * SECOND > now ? id : null;
  });
}
