/**
 * A telephone number as people write it, as E.164: spaces and dashes go, `00` is `+`, and a number without a
 * prefix is Italian. Null where it is none.
 */
export function readPhone(text: string): string | null {
  const plain = text.normalize("NFKC").replace(/[\s().\/-]/g, "").replace(/^00/, "+");
  const full = plain.startsWith("+") ? plain : `+39${plain}`;
  return /^\+[1-9]\d{7,14}$/.test(full) ? full : null;
}

/** An e-mail address, complete as far as a page can tell; null where it is none. */
export function readEmail(text: string): string | null {
  const plain = text.trim();
  return /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(plain) && plain.length <= 254 ? plain : null;
}
