/** Consonants and vowels that are hard to mistake for others, on paper and aloud. */
const CONSONANTS = "bcdfglmnprstvz";
const VOWELS = "aeiou";

const pick = (letters: string): string => {
  const limit = 256 - 256 % letters.length;
  for (;;) {
    const [byte] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < limit) return letters[byte % letters.length];
  }
};

/**
 * A password that can be read aloud: four invented words of two syllables, 24.5 bits for two words,
 * 49 in all (14 consonants × 5 vowels a syllable, 8 syllables).
 *
 * @example
 * ```ts
 * import { newPassphrase } from "@tuodossier/sdk";
 * if (newPassphrase().split(" ").length !== 4) throw new Error("four words");
 * ```
 */
export function newPassphrase(): string {
  const syllable = () => pick(CONSONANTS) + pick(VOWELS);
  return Array.from({ length: 4 }, () => syllable() + syllable()).join(" ");
}
