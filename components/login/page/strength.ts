/** How good a password looks, 0 (too short) to 4; a hint while typing, the server decides. */
export function strengthOf(password: string): 0 | 1 | 2 | 3 | 4 {
  const text = password.normalize("NFKC");
  const length = [...text].length;
  if (length < 12) return 0;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(text)).length;
  const different = new Set(text.toLowerCase()).size;
  if (different < 6) return 1;
  const score = (length >= 16 ? 1 : 0) + (length >= 20 ? 1 : 0) + (kinds >= 2 ? 1 : 0) + (kinds >= 3 ? 1 : 0);
  return Math.min(4, Math.max(1, 1 + score)) as 1 | 2 | 3 | 4;
}
