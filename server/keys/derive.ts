/** 256-bit keys: derived by HKDF (RFC 5869), wrapped by AES-256-GCM. */
import { encodeHexLowerCase } from "./oslo.ts";

const utf8 = new TextEncoder();
const NONCE_BYTES = 12;

export const newKey = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(32));

/** A key of its own for each purpose, none of which tells anything of another. */
export async function deriveKey(
  key: Uint8Array<ArrayBuffer>,
  purpose: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const material = await crypto.subtle.importKey("raw", key, "HKDF", false, ["deriveBits"]);
  const parameters = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: utf8.encode(purpose) };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, material, 256));
}

export const hexOf = (key: Uint8Array): string => encodeHexLowerCase(key);

const gcm = (key: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]);

/** nonce ‖ ciphertext ‖ tag. `context` says what the key is for and must be the same at unwrapping. */
export async function wrapKey(
  wrapping: Uint8Array<ArrayBuffer>,
  key: Uint8Array<ArrayBuffer>,
  context: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const parameters = { name: "AES-GCM", iv, additionalData: utf8.encode(context) };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(parameters, await gcm(wrapping), key));
  const wrapped = new Uint8Array(NONCE_BYTES + sealed.length);
  wrapped.set(iv);
  wrapped.set(sealed, NONCE_BYTES);
  return wrapped;
}

/** @throws {DOMException} `OperationError` when the wrapping key or the context is another. */
export async function unwrapKey(
  wrapping: Uint8Array<ArrayBuffer>,
  wrapped: Uint8Array<ArrayBuffer>,
  context: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = wrapped.subarray(0, NONCE_BYTES);
  const parameters = { name: "AES-GCM", iv, additionalData: utf8.encode(context) };
  return new Uint8Array(
    await crypto.subtle.decrypt(parameters, await gcm(wrapping), wrapped.subarray(NONCE_BYTES)),
  );
}
