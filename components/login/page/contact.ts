/** An e-mail address, complete as far as a page can tell; null where it is none. */
export function readEmail(text: string): string | null {
  const plain = text.trim();
  return /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(plain) && plain.length <= 254 ? plain : null;
}

/** Of numbers that take SMS here, the prefixes that are not Italy's. */
export const foreignPrefixes = (prefixes: readonly string[]): readonly string[] =>
  prefixes.filter((prefix) => !prefix.startsWith("+39"));
