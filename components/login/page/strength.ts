/** What people begin with, and who guesses too. The server knows many more. */
const STEMS =
  /password|passw0rd|parola|segret[oa]|qwert[yz]?|asdf|zxcv|abcd?e?|0?12345*6*7*8*9*0?|admin|accesso|benvenut[oa]|ciao|amore|juventus|juve|milan|inter|napoli|roma|forza|estate|inverno|francesc[oa]|giusepp[ei]n?a?|antoni[oa]|andrea|maria|mario|marco|luca|rossi|tuodossier|dossier|referto|clinica|salute|(?:19|20)\d\d|(.)\1{2,}/g;

const folded = (text: string) =>
  text.normalize("NFKC").toLowerCase().normalize("NFD").replace(/[\p{M}\s]/gu, "");

/**
 * How good a password looks, 0 (too short) to 4; a hint while typing, the server decides. What is easy to know
 * counts for nothing: the words in `personal`, and what people begin with.
 */
export function strengthOf(password: string, personal: readonly string[] = []): 0 | 1 | 2 | 3 | 4 {
  const text = password.normalize("NFKC");
  if ([...text].length < 12) return 0;
  const own = personal.map(folded).filter((word) => word.length > 2);
  const rest = own.reduce((left, word) => left.replaceAll(word, ""), folded(text)).replace(STEMS, "");
  const length = [...rest].length;
  if (length < 8 || new Set(rest).size < 6) return 1;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(text)).length;
  const score = [length >= 12, length >= 16, kinds >= 2, kinds >= 3].filter(Boolean).length;
  return Math.min(4, 1 + score) as 1 | 2 | 3 | 4;
}
