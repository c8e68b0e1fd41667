import { randomText, sha256Text } from "./bytes.ts";
import { publicJwk } from "./proof.ts";

/** What a hand-over code is traded with: nobody else's page has them. */
export interface HandOverKeys {
  readonly keyPair: CryptoKeyPair;
  readonly codeVerifier: string;
}

/** A new ES256 key whose private half cannot leave the browser. */
export function createKeyPair(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]);
}

/** RFC 7638 thumbprint: what a token is bound to (`jkt`, RFC 9449 §6). */
export async function thumbprint(key: CryptoKeyPair): Promise<string> {
  return sha256Text(JSON.stringify(await publicJwk(key)));
}

/** Makes a new key, and what ties the answer to it (PKCE, RFC 7636; thumbprint, RFC 7638; a state). */
export async function askForHandOver(): Promise<
  { keys: HandOverKeys; state: string; fragment: Record<"challenge" | "thumbprint" | "state", string> }
> {
  const keyPair = await createKeyPair();
  const [codeVerifier, state] = [randomText(), randomText()];
  return {
    keys: { keyPair, codeVerifier },
    state,
    fragment: { challenge: await sha256Text(codeVerifier), thumbprint: await thumbprint(keyPair), state },
  };
}
