/** One-time codes by time (RFC 6238): SHA-1, 6 digits, 30 s, as every authenticator knows them. */
import { SECOND } from "../../clock.ts";
import { encodeBase32UpperCaseNoPadding, generateHOTP, verifyHOTP } from "../../keys/oslo.ts";

const STEP = 30 * SECOND;
const DIGITS = 6;
/** RFC 4226 §4 R6 recommends 160 bits. */
const KEY_BYTES = 20;

export const newTotpKey = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(KEY_BYTES));

/** The time step of an instant (ms). */
export const stepAt = (ms: number): number => Math.floor(ms / STEP);

/** The code of a time step. */
export const totpAt = (key: Uint8Array, step: number): string => generateHOTP(key, BigInt(step), DIGITS);

/**
 * The time steps a code is right for, oldest first: the present one and its neighbours, because clocks differ
 * and people type slowly (RFC 6238 §5.2).
 *
 * @example
 * ```ts
 * import { stepsOf, totpAt } from "./totp.ts";
 * const key = new TextEncoder().encode("12345678901234567890");
 * if (totpAt(key, 1) !== "287082") throw new Error("RFC 6238, appendix B, at 59 s");
 * if (stepsOf(key, "287082", 89_000)[0] !== 1) throw new Error("the step before is taken too");
 * ```
 */
export const stepsOf = (key: Uint8Array, code: string, now: number): number[] =>
  [-1, 0, 1].map((away) => stepAt(now) + away)
    .filter((step) => verifyHOTP(key, BigInt(step), DIGITS, code));

/** The key for typing, and for a QR code. @param account What the authenticator shows below the issuer. */
export function offerOf(
  facts: { key: Uint8Array; issuer: string; account: string },
): { secret: string; uri: string } {
  const secret = encodeBase32UpperCaseNoPadding(facts.key);
  // A colon parts issuer and account.
  const issuer = encodeURIComponent(facts.issuer.replaceAll(":", " ").trim());
  const label = `${issuer}:${encodeURIComponent(facts.account)}`;
  // Not URLSearchParams: some authenticators show its plus signs as they are.
  const query = `secret=${secret}&issuer=${issuer}&algorithm=SHA1&digits=${DIGITS}&period=${STEP / SECOND}`;
  return { secret, uri: `otpauth://totp/${label}?${query}` };
}
