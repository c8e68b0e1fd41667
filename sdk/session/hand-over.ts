import { randomText, sha256Text } from "./bytes.ts";
import { createKeyPair, thumbprint } from "./proof.ts";

/** What a hand-over code is traded with: nobody else's page has them. */
export interface HandOverKeys {
  readonly keyPair: CryptoKeyPair;
  readonly codeVerifier: string;
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
