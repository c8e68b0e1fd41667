import * as v from "valibot";
import { ProviderError } from "./error.ts";
import type { Metadata } from "./metadata.ts";
import type { Provider } from "./provider.ts";

const Answer = v.object({
  id_token: v.pipe(v.string(), v.maxLength(16_384)),
  access_token: v.optional(v.pipe(v.string(), v.maxLength(16_384))),
});

/**
 * Trades an authorization code for its ID token (RFC 6749 §4.1.3, RFC 7636 §4.5).
 * @throws {ProviderError} `token`, or what went wrong on the way.
 */
export async function tradeCode(
  provider: Provider,
  facts: { code: string; codeVerifier: string; redirectUri: string },
): Promise<{ idToken: string; accessToken: string | null }> {
  const metadata = await provider.metadata();
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    code: facts.code,
    redirect_uri: facts.redirectUri,
    code_verifier: facts.codeVerifier,
  });
  const headers: Record<string, string> = {
    "Accept": "application/json",
    "Content-Type": "application/x-www-form-urlencoded",
  };
  const { clientId, clientSecret } = provider.settings;
  if (clientSecret === null) body.set("client_id", clientId);
  else if (methodOf(metadata) === "basic") headers.Authorization = basic(clientId, clientSecret);
  else {
    body.set("client_id", clientId);
    body.set("client_secret", clientSecret);
  }
  const url = metadata.token_endpoint;
  const answer = v.safeParse(
    Answer,
    await provider.json({ url, method: "POST", headers, body: body.toString() }),
  );
  if (!answer.success) throw new ProviderError("token");
  const { id_token: idToken, access_token: accessToken = null } = answer.output;
  return { idToken, accessToken };
}

function methodOf({ token_endpoint_auth_methods_supported: methods }: Metadata): "basic" | "post" {
  if (methods.includes("client_secret_basic")) return "basic";
  if (methods.includes("client_secret_post")) return "post";
  throw new ProviderError("metadata");
}

/** Name and secret are form-encoded before they are joined (RFC 6749 §2.3.1). */
function basic(clientId: string, clientSecret: string): string {
  const encoded = (text: string) => new URLSearchParams({ _: text }).toString().slice(2);
  return `Basic ${btoa(`${encoded(clientId)}:${encoded(clientSecret)}`)}`;
}
