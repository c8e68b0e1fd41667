import type { PasswordReason } from "@tuodossier/sdk/contract";
import { guessBits } from "./guess.ts";

const SHORTEST = 12;
const LONGEST = 128;

/** Bits that have to be guessed: more than three well-known words in a row. */
const HARD_ENOUGH = 32;

/**
 * Why a password cannot be used, or null. Length and guessability only: no composition rule (NIST SP 800-63B
 * §5.1.1.2). `personal` are the patient's and the clinic's own words (names, codice fiscale, telephone).
 */
export function refusalOf(password: string, personal: readonly string[]): PasswordReason | null {
  const text = password.normalize("NFKC");
  const length = [...text].length;
  if (length < SHORTEST) return "too-short";
  if (length > LONGEST) return "too-long";
  const folded = foldPassword(text);
  if (new Set(folded).size < 5 || isRepetition(folded)) return "repetitive";
  const own = personal.map(foldPassword).filter((word) => word.length > 2);
  const bits = guessBits(folded, own);
  if (bits >= HARD_ENOUGH) return null;
  return bits < guessBits(folded, []) ? "personal" : "common";
}

/** What passwords are compared by: without case, accents and spaces. */
export const foldPassword = (text: string): string =>
  // A list has millions of lines, nearly all of them plain.
  /^[!-~]*$/.test(text)
    ? text.toLowerCase()
    : text.normalize("NFKC").toLowerCase().normalize("NFD").replace(/[\p{M}\s]/gu, "");

const isRepetition = (text: string) => /^(.{1,6})\1+.{0,3}$/su.test(text);
