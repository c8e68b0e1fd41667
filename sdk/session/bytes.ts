/** Random values, digests and base64url, on WebCrypto alone. */

/** Base64url without padding (RFC 4648 §5). */
export function base64url(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export const base64urlText = (text: string): string => base64url(new TextEncoder().encode(text));

/** `count` random bytes in base64url; 32 are the 256 bits of every secret here. */
export const randomText = (count = 32): string => base64url(crypto.getRandomValues(new Uint8Array(count)));

/** SHA-256 of a text, in base64url: PKCE's S256 (RFC 7636 §4.2) and DPoP's `ath` (RFC 9449 §4.2). */
export async function sha256Text(text: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))));
}
