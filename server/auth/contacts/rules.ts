import * as v from "valibot";
import { takesSms } from "../../sms/rules.ts";

export type ContactKind = "phone" | "email";

const E164 = /^\+[1-9]\d{6,14}$/;
/** With the country's code, whose plus was left out: mobile numbers begin with 3. */
const ITALIAN_WITH_CODE = /^39(?=3\d{8,9}$)/;
/** Mobile numbers have 9 or 10 digits; those of a place keep their 0 abroad too (ITU-T E.164, Italy). */
const ITALIAN = /^(?:3\d{8,9}|0\d{5,10})$/;

const Email = v.pipe(v.string(), v.email(), v.maxLength(254));

/**
 * A telephone as people write it, in E.164; null when it cannot be one.
 *
 * @example
 * ```ts
 * import { normalizePhone } from "./rules.ts";
 * if (normalizePhone("333 123 45 67") !== "+393331234567") throw new Error("Italian without a prefix");
 * if (normalizePhone("0041 79 123 45 67") !== "+41791234567") throw new Error("00 is a plus");
 * ```
 */
export function normalizePhone(text: string): string | null {
  const digits = text.normalize("NFKC").replace(/[\s().\-/]/g, "").replace(/^00/, "+");
  const phone = ITALIAN.test(digits) ? `+39${digits}` : digits.replace(ITALIAN_WITH_CODE, "+39");
  return E164.test(phone) ? phone : null;
}

/** An address with its host in lower case, which is all of it that knows no case; null when it cannot be one. */
export function normalizeEmail(text: string): string | null {
  const email = text.trim().replace(/@[^@]*$/, (host) => host.toLowerCase());
  return v.is(Email, email) && email.lastIndexOf("@") <= 64 ? email : null;
}

/** What a patient typed as their new contact, or null when it cannot be one, or not at this clinic. */
export function usableContact(
  text: string,
  facts: { kind: ContactKind; present: string | null; smsPrefixes: readonly string[] },
): string | null {
  const { kind, present, smsPrefixes } = facts;
  const contact = kind === "phone" ? normalizePhone(text) : normalizeEmail(text);
  if (!contact || contact.toLowerCase() === present?.toLowerCase()) return null;
  return kind === "email" || takesSms(contact, smsPrefixes) ? contact : null;
}
