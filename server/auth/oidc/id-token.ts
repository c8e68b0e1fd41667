import { createHash } from "node:crypto";
import { type JWTPayload, jwtVerify } from "jose";
import { MINUTE, SECOND } from "../../clock.ts";
import { sameText } from "../../keys/secret.ts";
import { STEP_UP } from "../limits.ts";
import { ProviderError } from "./error.ts";
import type { Provider } from "./provider.ts";

/** Who signed in at the provider, as a verified ID token says. */
export interface SignedInPerson {
  readonly issuer: string;
  readonly subject: string;
  /** How they proved who they are, where the provider says so. */
  readonly acr: string | null;
  /** The provider's own session. */
  readonly sid: string | null;
  /** The codice fiscale, from a provider that is trusted for it, as it is written there. */
  readonly codiceFiscale: string | null;
}

/** Clocks may differ by this. */
export const TOLERANCE = 10 * SECOND;
const OLDEST = 10 * MINUTE;

/**
 * Verifies an ID token (OpenID Connect Core §3.1.3.7 and §3.1.3.8): signature by an algorithm of the clinic's
 * settings and a key of the provider's, issuer, audience, times, nonce, and the hash of its access token. The person
 * signed in there no longer ago than is asked for (`max_age`): here it counts as a sign-in of just now.
 *
 * @throws {ProviderError} `id-token`, or what went wrong on the way to the keys.
 */
export async function verifyIdToken(
  provider: Provider,
  facts: { idToken: string; accessToken: string | null; nonce: string; now: number },
): Promise<SignedInPerson> {
  const { settings: { issuer, clientId, algorithms, codiceFiscaleClaim }, keys } = provider;
  try {
    const { payload, protectedHeader: { alg, typ } } = await jwtVerify(facts.idToken, keys, {
      issuer,
      audience: clientId,
      algorithms: [...algorithms],
      currentDate: new Date(facts.now),
      clockTolerance: TOLERANCE / SECOND,
      maxTokenAge: OLDEST / SECOND,
      requiredClaims: ["sub", "exp", "nonce", "auth_time"],
    });
    const { sub, nonce, azp, aud, at_hash: atHash, auth_time: signedInAt } = payload;
    const several = Array.isArray(aud) && aud.length > 1;
    const right = isName(sub) && typeof nonce === "string" && sameText(nonce, facts.nonce) &&
      (azp === undefined ? !several : azp === clientId) &&
      isRecent(signedInAt, facts.now) &&
      // A logout token is signed by the same keys for the same client.
      (typ === undefined || typ.toUpperCase() === "JWT") && payload.events === undefined &&
      (atHash === undefined || (facts.accessToken !== null && atHash === halfHash(alg, facts.accessToken)));
    if (!right) throw new ProviderError("id-token");
    return {
      issuer,
      subject: sub,
      acr: text(payload, "acr"),
      sid: text(payload, "sid"),
      codiceFiscale: codiceFiscaleClaim === null ? null : text(payload, codiceFiscaleClaim),
    };
  } catch (error) {
    throw error instanceof ProviderError ? error : new ProviderError("id-token", error);
  }
}

/** `sub`: at most 255 ASCII characters (Core §2), taken a little wider. */
export const isName = (value: unknown): value is string =>
  typeof value === "string" && value !== "" && value.length <= 255;

/** An `auth_time` (seconds since 1970, Core §2) within what was asked for. */
const isRecent = (at: unknown, now: number): boolean =>
  typeof at === "number" && at * SECOND <= now + TOLERANCE &&
  now - at * SECOND <= STEP_UP * SECOND + TOLERANCE;

const text = (payload: JWTPayload, name: string): string | null => {
  const value = Object.hasOwn(payload, name) ? payload[name] : null;
  return isName(value) ? value : null;
};

/** The left half of a digest (Core §3.1.3.6); Ed25519 goes with SHA-512. */
function halfHash(alg: string, accessToken: string): string {
  const digest = createHash(/256$/.test(alg) ? "sha256" : "sha512").update(accessToken).digest();
  return digest.subarray(0, digest.length / 2).toString("base64url");
}
