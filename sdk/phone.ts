const E164 = /^\+[1-9]\d{6,14}$/;
/** With the country's code, whose plus was left out: mobile numbers begin with 3. */
const ITALIAN_WITH_CODE = /^39(?=3\d{8,9}$)/;
/** Mobile numbers have 9 or 10 digits; those of a place keep their 0 abroad too (ITU-T E.164, Italy). */
const ITALIAN = /^(?:3\d{8,9}|0\d{5,10})$/;
const ITALIAN_MOBILE = /^\+393\d{8,9}$/;

/**
 * A telephone as people write it, in E.164; null when it cannot be one.
 *
 * @example
 * ```ts
 * import { normalizePhone } from "@tuodossier/sdk";
 * if (normalizePhone("333 123 45 67") !== "+393331234567") throw new Error("Italian without a prefix");
 * if (normalizePhone("0041 79 123 45 67") !== "+41791234567") throw new Error("00 is a plus");
 * ```
 */
export function normalizePhone(text: string): string | null {
  const digits = text.normalize("NFKC").replace(/[\s().\-/]/g, "").replace(/^00/, "+");
  const phone = ITALIAN.test(digits) ? `+39${digits}` : digits.replace(ITALIAN_WITH_CODE, "+39");
  return E164.test(phone) ? phone : null;
}

/**
 * Whether a telephone (E.164) can be in a patient's pocket, by one of the prefixes. Italian mobile numbers begin
 * with 3; SMS to others reach a landline, nobody, or somebody's premium service.
 *
 * @example
 * ```ts
 * import { takesSms } from "@tuodossier/sdk";
 * if (!takesSms("+393330000001", ["+39"])) throw new Error("mobile");
 * if (takesSms("+39899123456", ["+39"])) throw new Error("premium");
 * ```
 */
export const takesSms = (phone: string, smsPrefixes: readonly string[]): boolean =>
  smsPrefixes.some((prefix) => phone.startsWith(prefix)) &&
  (!phone.startsWith("+39") || ITALIAN_MOBILE.test(phone));
