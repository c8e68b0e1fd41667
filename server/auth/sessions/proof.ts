import { calculateJwkThumbprint, compactVerify, decodeProtectedHeader, importJWK, type JWK } from "jose";
import { Problem } from "../../http/problem.ts";
import { hashOf, macOf, newSecret, sameText } from "../../keys/secret.ts";
import { NONCE_ACCEPTED, PROOF_FUTURE, PROOF_PAST } from "../limits.ts";

/** A proof's verdict: the thumbprint of the key that signed it. */
export interface Proof {
  readonly keyThumbprint: string;
}

/** What a proof has to speak of. */
export interface ProvenRequest {
  readonly proof: string | undefined;
  readonly method: string;
  /** Configured base URL and path; never taken from `Host`. */
  readonly url: string;
  readonly accessToken: string | null;
}

export interface ProofVerifier {
  verify(request: ProvenRequest): Promise<Proof>;
  /** The nonce to hand out with every answer: the server's time in seconds, base 36, and its HMAC. */
  nonce(): string;
}

/**
 * Verifies DPoP proofs (RFC 9449 §4.3). The nonce's key lives as long as the process, so proofs from before a
 * restart are void and the list of used ones need not outlive it.
 */
export function createProofVerifier(now: () => number): ProofVerifier {
  const nonceKey = new TextEncoder().encode(newSecret());
  const used = new Map<string, number>();
  const seconds = () => Math.floor(now() / 1000);
  const nonceAt = (time: number) => {
    const text = time.toString(36);
    return `${text}.${macOf(nonceKey, text).slice(0, 22)}`;
  };
  const nonce = () => nonceAt(seconds());
  const refuse = () => new Problem("auth.proof-invalid");

  const useOnce = (key: string) => {
    const time = seconds();
    // Insertion order is time order: the oldest are in front.
    for (const [old, until] of used) {
      if (until > time) break;
      used.delete(old);
    }
    if (used.has(key)) throw refuse();
    used.set(key, time + NONCE_ACCEPTED + PROOF_FUTURE);
  };

  return {
    nonce,
    async verify({ proof, method, url, accessToken }) {
      if (!proof || proof.length > 4096) throw refuse();
      const { jwk, payload } = await signedParts(proof).catch(() => {
        throw refuse();
      });
      const time = seconds();
      const { htm, htu, iat, ath, jti, nonce: given } = payload;
      if (typeof given !== "string" || !isFresh(given, time, nonceAt)) {
        throw new Problem("auth.nonce");
      }
      const right = htm === method && htu === url &&
        typeof iat === "number" && iat >= time - PROOF_PAST && iat <= time + PROOF_FUTURE &&
        typeof jti === "string" && jti.length >= 8 && jti.length <= 128 &&
        (accessToken === null || ath === hashOf(accessToken));
      if (!right) throw refuse();
      const keyThumbprint = await calculateJwkThumbprint(jwk);
      useOnce(`${keyThumbprint} ${jti}`);
      return { keyThumbprint };
    },
  };
}

/** The only form that is taken: ES256 by a public P-256 key in the header. */
async function signedParts(proof: string): Promise<{ jwk: JWK; payload: Record<string, unknown> }> {
  const { typ, alg, jwk } = decodeProtectedHeader(proof);
  if (
    typ !== "dpop+jwt" || alg !== "ES256" || !jwk || "d" in jwk || jwk.kty !== "EC" || jwk.crv !== "P-256"
  ) {
    throw new TypeError("not a DPoP proof");
  }
  const { payload } = await compactVerify(proof, await importJWK(jwk, "ES256"), { algorithms: ["ES256"] });
  const claims: unknown = JSON.parse(new TextDecoder().decode(payload));
  if (typeof claims !== "object" || claims === null || Array.isArray(claims)) {
    throw new TypeError("not a set of claims");
  }
  return { jwk, payload: { ...claims } };
}

function isFresh(nonce: string, time: number, nonceAt: (time: number) => string): boolean {
  const issued = parseInt(nonce.split(".")[0], 36);
  const age = time - issued;
  return age >= 0 && age <= NONCE_ACCEPTED && sameText(nonce, nonceAt(issued));
}
