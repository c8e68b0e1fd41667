/** Arctic, all that is taken of it: it would use the global fetch, so the token request is not its own. */
import { CodeChallengeMethod, generateCodeVerifier, generateState, OAuth2Client } from "arctic";

/** 256 random bits each, in base64url. */
export const newState = (): string => generateState();
export const newCodeVerifier = (): string => generateCodeVerifier();

/**
 * Where the browser goes to sign in: authorization code with PKCE S256 (OpenID Connect Core §3.1.2.1, RFC 7636).
 *
 * @example
 * ```ts
 * import { authorizationUrl, newCodeVerifier, newState } from "./arctic.ts";
 * const url = authorizationUrl({
 *   endpoint: "https://id.example.org/auth",
 *   clientId: "portal",
 *   redirectUri: "https://portal.example.org/callback",
 *   scopes: ["openid"],
 *   state: newState(),
 *   codeVerifier: newCodeVerifier(),
 *   more: { nonce: newState() },
 * });
 * if (url.searchParams.get("code_challenge_method") !== "S256") throw new Error("never plain");
 * ```
 */
export function authorizationUrl(facts: {
  endpoint: string;
  clientId: string;
  redirectUri: string;
  scopes: readonly string[];
  state: string;
  codeVerifier: string;
  more: Readonly<Record<string, string>>;
}): URL {
  const client = new OAuth2Client(facts.clientId, null, facts.redirectUri);
  const { S256 } = CodeChallengeMethod;
  const { endpoint, state, codeVerifier, scopes, more } = facts;
  const url = client.createAuthorizationURLWithPKCE(endpoint, state, S256, codeVerifier, [...scopes]);
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value);
  return url;
}
