import type { PasswordReason } from "@tuodossier/sdk/contract";

const SHORTEST = 12;
const LONGEST = 128;

/** What everybody thinks of first; matched inside a password that has little else. */
const COMMON = [
  "password",
  "passw0rd",
  "contraseña",
  "qwerty",
  "qwertz",
  "azerty",
  "asdfgh",
  "zxcvbn",
  "1q2w3e",
  "qazwsx",
  "123456",
  "654321",
  "abcdef",
  "iloveyou",
  "tiamo",
  "amoremio",
  "ciaociao",
  "juventus",
  "milan",
  "inter",
  "napoli",
  "roma",
  "forza",
  "italia",
  "francesco",
  "giuseppe",
  "alessandro",
  "andrea",
  "admin",
  "welcome",
  "benvenuto",
  "letmein",
  "dragon",
  "monkey",
  "sunshine",
  "princess",
  "principessa",
  "gennaio",
  "febbraio",
  "estate",
  "inverno",
  "dossier",
  "tuodossier",
  "referto",
  "clinica",
  "salute",
  "segreta",
  "nonlaso",
  "cambiami",
];

/** How much has to be left of a password when a well-known word is taken out. */
const LEFT_OVER = 8;

/**
 * Why a password cannot be used, or null. Length and guessability only: no composition rule (NIST SP 800-63B
 * §5.1.1.2). `personal` are the patient's and the clinic's own words (names, codice fiscale, telephone).
 */
export function refusalOf(password: string, personal: readonly string[]): PasswordReason | null {
  const text = password.normalize("NFKC");
  const length = [...text].length;
  if (length < SHORTEST) return "too-short";
  if (length > LONGEST) return "too-long";
  const folded = fold(text);
  if (new Set(folded).size < 5 || isRepetition(folded) || isSequence(folded)) return "repetitive";
  if (covers(folded, COMMON)) return "common";
  if (covers(folded, personal.map(fold).filter((word) => word.length > 2))) return "personal";
  return null;
}

const fold = (text: string) => text.toLowerCase().normalize("NFD").replace(/[\p{M}\s]/gu, "");

/** Taking out every known word leaves too little. */
function covers(text: string, words: readonly string[]): boolean {
  const rest = words.reduce((left, word) => left.replaceAll(fold(word), ""), text);
  return rest.length < text.length && rest.length < LEFT_OVER;
}

const isRepetition = (text: string) => /^(.{1,6})\1+.{0,3}$/su.test(text);

/** More than half of the steps lead to the next character of the alphabet or the digits. */
function isSequence(text: string): boolean {
  let steps = 0;
  for (let i = 1; i < text.length; i++) {
    if (Math.abs(text.charCodeAt(i) - text.charCodeAt(i - 1)) === 1) steps++;
  }
  return steps > (text.length - 1) / 2;
}
