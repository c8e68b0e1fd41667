import { base64url, base64urlText, randomText, sha256Text } from "./bytes.ts";

/** The public half, with the members that RFC 7638 §3.2 puts into the thumbprint, in its order. */
export async function publicJwk(
  key: CryptoKeyPair,
): Promise<{ crv: string; kty: string; x: string; y: string }> {
  const { crv, kty, x, y } = await crypto.subtle.exportKey("jwk", key.publicKey);
  return { crv: crv!, kty: kty!, x: x!, y: y! };
}

/**
 * A DPoP proof (RFC 9449 §4.2) for one request.
 * `now` is seconds by the server's clock; `url` is taken without query and fragment.
 */
export async function createProof(facts: {
  key: CryptoKeyPair;
  method: string;
  url: string;
  now: number;
  nonce: string | null;
  accessToken: string | null;
}): Promise<string> {
  const { origin, pathname } = new URL(facts.url);
  const header = { typ: "dpop+jwt", alg: "ES256", jwk: await publicJwk(facts.key) };
  const payload = {
    jti: randomText(16),
    htm: facts.method,
    htu: origin + pathname,
    iat: Math.floor(facts.now),
    ...(facts.nonce ? { nonce: facts.nonce } : {}),
    ...(facts.accessToken ? { ath: await sha256Text(facts.accessToken) } : {}),
  };
  const signed = `${base64urlText(JSON.stringify(header))}.${base64urlText(JSON.stringify(payload))}`;
  const algorithm = { name: "ECDSA", hash: "SHA-256" };
  const signature = await crypto.subtle.sign(
    algorithm,
    facts.key.privateKey,
    new TextEncoder().encode(signed),
  );
  return `${signed}.${base64url(new Uint8Array(signature))}`;
}
