/** The characters a plain SMS is made of (3GPP TS 23.038 §6.2.1): 160 septets a segment instead of 70 characters. */

const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
/** Each behind an escape (§6.2.1.1). */
const EXTENSION = new Set("\f^{}\\[~]|€");

const ONE_SEGMENT = 160;
/** Of several, each begins with a header of 7 septets (3GPP TS 23.040 §9.2.3.24.1). */
const EACH_SEGMENT = 153;

/**
 * How many septets a text takes, or null where a character of it is none of the alphabet's.
 *
 * @example
 * ```ts
 * import { septetsOf } from "./gsm7.ts";
 * if (septetsOf("5 €") !== 4 || septetsOf("«") !== null) throw new Error("the euro counts twice");
 * ```
 */
export function septetsOf(text: string): number | null {
  let count = 0;
  for (const character of text) {
    if (BASIC.has(character)) count += 1;
    else if (EXTENSION.has(character)) count += 2;
    else return null;
  }
  return count;
}

/** How many SMS a text is billed as; an escape and its character are never parted. */
export function segmentsOf(text: string): number {
  if (septetsOf(toGsm7(text))! <= ONE_SEGMENT) return 1;
  let [segments, room] = [1, EACH_SEGMENT];
  for (const character of toGsm7(text)) {
    const septets = BASIC.has(character) ? 1 : 2;
    if (room < septets) [segments, room] = [segments + 1, EACH_SEGMENT];
    room -= septets;
  }
  return segments;
}

const INSTEAD: Readonly<Record<string, string>> = {
  ...pairs("«»„“”‟″", '"'),
  ...pairs("‘’‚‛′`´", "'"),
  ...pairs("‐‑‒–—―−", "-"),
  "…": "...",
  "\t": " ",
  ...pairs("•·", "-"),
  "×": "x",
  "œ": "oe",
  "Œ": "OE",
  ...Object.fromEntries([..."łŁđĐðÐıþÞ"].map((letter, at) => [letter, "lLdDdDipP"[at]])),
};

function pairs(from: string, to: string): Record<string, string> {
  return Object.fromEntries([...from].map((character) => [character, to]));
}

/**
 * The same text in the alphabet: quotes and dashes become plain ones, letters lose marks they cannot have here,
 * and what is left over becomes a question mark. A text of the alphabet stays as it is.
 *
 * @example
 * ```ts
 * import { toGsm7 } from "./gsm7.ts";
 * if (toGsm7("«È così…»") !== '"E così..."') throw new Error("ì is of the alphabet, È is not");
 * ```
 */
export function toGsm7(text: string): string {
  return [...text.normalize("NFC")].map(written).join("");
}

function written(character: string): string {
  if (septetsOf(character) !== null) return character;
  const instead = INSTEAD[character];
  if (instead !== undefined) return instead;
  if (/\p{White_Space}/u.test(character)) return " ";
  // Left over of a letter that has no form with this mark.
  if (/\p{Mn}|\p{Cf}/u.test(character)) return "";
  const bare = character.normalize("NFKD").replace(/\p{Mn}/gu, "");
  if (bare === character) return "?";
  return [...bare].map(written).join("");
}
