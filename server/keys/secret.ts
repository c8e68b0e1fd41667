/** Secrets given to people and programs: made, hashed at rest, compared in constant time. */
import { constantTimeEqual, encodeBase64urlNoPadding, hmac, SHA256, sha256 } from "./oslo.ts";

const utf8 = new TextEncoder();

/** 256 random bits in base64url: a token, a code, a ticket. */
export const newSecret = (): string => encodeBase64urlNoPadding(crypto.getRandomValues(new Uint8Array(32)));

/** SHA-256 in base64url: all that is stored of a 256-bit secret. */
export const hashOf = (text: string): string => encodeBase64urlNoPadding(sha256(utf8.encode(text)));

/** HMAC-SHA-256 in base64url, for what has too little entropy to be only hashed. */
export const macOf = (key: Uint8Array, text: string): string =>
  encodeBase64urlNoPadding(hmac(SHA256, key, utf8.encode(text)));

export const sameText = (a: string, b: string): boolean => constantTimeEqual(utf8.encode(a), utf8.encode(b));
