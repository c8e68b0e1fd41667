/**
 * The user name as people type it: any case, spaces, full-width letters (NFKC).
 *
 * @example
 * ```ts
 * import { normalizeUser } from "@tuodossier/sdk";
 * if (normalizeUser(" prvprv80a41 z999s") !== "PRVPRV80A41Z999S") throw new Error("folded");
 * ```
 */
export const normalizeUser = (text: string): string =>
  text.normalize("NFKC").replace(/\s/g, "").toUpperCase();

/** Values of characters at odd places, A–Z; digits 0–9 have those of A–J (DM 23 December 1976). */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const indexOf = (character: string) =>
  character >= "A" ? character.charCodeAt(0) - 65 : character.charCodeAt(0) - 48;

/**
 * Whether a codice fiscale's check character is right (DM 23 December 1976; omocodia included).
 * Provisional numbers of 11 digits and other codes have none of this form: false only ever warns.
 *
 * @example
 * ```ts
 * import { hasRightCheck } from "@tuodossier/sdk";
 * if (!hasRightCheck("PRVPRV80A41Z999S")) throw new Error("the check character is S");
 * ```
 */
export function hasRightCheck(code: string): boolean {
  return /^[A-Z0-9]{15}[A-Z]$/.test(code) && code[15] === checkCharacter(code.slice(0, 15));
}

/**
 * The 16th character of a code, from its first 15, upper-case (DM 23 December 1976).
 *
 * @example
 * ```ts
 * import { checkCharacter } from "@tuodossier/sdk";
 * if (checkCharacter("PRVPRV80A41Z999") !== "S") throw new Error("S");
 * ```
 */
export function checkCharacter(first15: string): string {
  let sum = 0;
  for (let i = 0; i < 15; i++) sum += i % 2 === 0 ? ODD[indexOf(first15[i])] : indexOf(first15[i]);
  return String.fromCharCode(65 + sum % 26);
}
