import { FIRST_WORDS, OFTEN_WORDS, WALKS } from "./common-passwords.ts";

/** A stretch of a password, and how hard it is to guess. */
interface Stretch {
  readonly length: number;
  readonly bits: number;
}

/**
 * How many bits somebody has to guess who tries the likeliest first: the cheapest way to put the text together of
 * words, years, dates, keyboard walks, repetitions and single characters. Of unknown characters each is as likely
 * as any other, so what is of no known form counts in full.
 *
 * @param text Folded: lower case, no accents, no spaces.
 * @param personal Words that are easy to know of who chooses it, folded.
 *
 * @example
 * ```ts
 * import { guessBits } from "./guess.ts";
 * if (guessBits("francesco1985!!", []) > 25) throw new Error("a name, a year and what everybody adds");
 * if (guessBits("cavallobatteriagraffettagiusta", []) < 40) throw new Error("four words are many");
 * ```
 */
export function guessBits(text: string, personal: readonly string[]): number {
  const own = personal.flatMap((word) => bothWays(word, 2));
  const cheapest = [0, ...Array<number>(text.length).fill(Infinity)];
  for (let at = 0; at < text.length; at++) {
    for (const { length, bits } of stretchesAt(text, at, own)) {
      cheapest[at + length] = Math.min(cheapest[at + length], cheapest[at] + bits);
    }
  }
  return cheapest[text.length];
}

function* stretchesAt(text: string, at: number, own: readonly Entry[]): Generator<Stretch> {
  yield { length: 1, bits: characterBits(text[at]) };
  yield* repetitionsAt(text, at);
  yield* walksAt(text, at);
  yield* numbersAt(text, at);
  for (const { word, bits } of [...beginningWith(text[at]), ...own]) {
    const disguise = disguiseAt(text, at, word);
    if (disguise !== null) yield { length: word.length, bits: bits + disguise };
  }
}

const characterBits = (character: string): number => {
  if (/\d/.test(character)) return Math.log2(10);
  if (/[a-z]/.test(character)) return Math.log2(26);
  return /[!?.@#$*&_+-]/.test(character) ? 3 : 5;
};

/** What stands before, once more or several times. */
function* repetitionsAt(text: string, at: number): Generator<Stretch> {
  for (let length = 1; length <= Math.min(at, text.length - at); length++) {
    const before = text.slice(at - length, at);
    for (let times = 1; text.startsWith(before, at + (times - 1) * length); times++) {
      yield { length: times * length, bits: 2 + Math.log2(times) };
    }
  }
}

const BOTH_WAYS = WALKS.flatMap((walk) => [walk, [...walk].reverse().join("")]);
const SHORTEST_WALK = 3;
const WALK_BITS = 5;

function* walksAt(text: string, at: number): Generator<Stretch> {
  for (const walk of BOTH_WAYS) {
    for (let from = walk.indexOf(text[at]); from >= 0; from = walk.indexOf(text[at], from + 1)) {
      let length = 1;
      while (from + length < walk.length && walk[from + length] === text[at + length]) length++;
      for (; length >= SHORTEST_WALK; length--) yield { length, bits: WALK_BITS };
    }
  }
}

const NUMBERS: readonly (readonly [form: RegExp, bits: number])[] = (() => {
  const [day, month, year] = ["(?:0?[1-9]|[12]\\d|3[01])", "(?:0?[1-9]|1[0-2])", "(?:19\\d\\d|20[0-4]\\d)"];
  const between = "[-/._]?";
  return ([
    [year, 5.5],
    [`${day}${between}${month}${between}${year}`, 12],
    [`${year}${between}${month}${between}${day}`, 12],
    [`${day}${between}${month}${between}\\d\\d`, 11.5],
    [`${day}${between}${month}`, 8],
  ] as const).map(([form, bits]) => [new RegExp(form, "y"), bits]);
})();

/** Years of people and clubs, and days: births, weddings, feasts. */
function* numbersAt(text: string, at: number): Generator<Stretch> {
  for (const [form, bits] of NUMBERS) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found) yield { length: found[0].length, bits };
  }
}

interface Entry {
  readonly word: string;
  readonly bits: number;
}

/** As it is, and from its end. */
const bothWays = (word: string, bits: number): readonly Entry[] => [
  { word, bits },
  { word: [...word].reverse().join(""), bits: bits + 1 },
];

const DICTIONARY: readonly Entry[] = [
  ...FIRST_WORDS.flatMap((word) => bothWays(word, Math.log2(FIRST_WORDS.length))),
  ...[...new Set(OFTEN_WORDS)].flatMap((word) => bothWays(word, Math.log2(OFTEN_WORDS.length))),
];

const byBeginning = new Map<string, readonly Entry[]>();
/** What may begin with a character of the text, in disguise too; the dictionary's letters bound the cache. */
function beginningWith(character: string): readonly Entry[] {
  const meant = character + (DISGUISES[character] ?? "");
  const found = byBeginning.get(meant) ?? DICTIONARY.filter(({ word }) => meant.includes(word[0]));
  if (found.length > 0) byBeginning.set(meant, found);
  return found;
}

/** Letters that digits and signs stand for. */
const DISGUISES: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "il",
  "2": "z",
  "3": "e",
  "4": "a",
  "5": "s",
  "6": "g",
  "7": "t",
  "8": "b",
  "9": "g",
  "@": "a",
  "$": "s",
  "!": "i",
  "|": "il",
  "€": "e",
  "+": "t",
};

/** The bits that a word's disguise adds where it stands at `at`, or null: it does not stand there. */
function disguiseAt(text: string, at: number, word: string): number | null {
  if (at + word.length > text.length) return null;
  let disguised = false;
  for (let i = 0; i < word.length; i++) {
    const character = text[at + i];
    if (character === word[i]) continue;
    if (!DISGUISES[character]?.includes(word[i])) return null;
    disguised = true;
  }
  return disguised ? 1.5 : 0;
}
