import * as v from "valibot";
import { targetOf } from "../../outgoing/target.ts";
import { ProviderError } from "./error.ts";

const Endpoint = v.pipe(v.string(), v.url(), v.maxLength(2000));
const Words = v.array(v.string());

/** What is read of a discovery document (OpenID Connect Discovery 1.0 §3), with its defaults. */
const Metadata = v.object({
  issuer: v.string(),
  authorization_endpoint: Endpoint,
  token_endpoint: Endpoint,
  jwks_uri: Endpoint,
  end_session_endpoint: v.optional(Endpoint),
  token_endpoint_auth_methods_supported: v.optional(Words, ["client_secret_basic"]),
  authorization_response_iss_parameter_supported: v.optional(v.boolean(), false),
});
export type Metadata = v.InferOutput<typeof Metadata>;

/** Where an issuer's document lies (§4): behind its own path. */
export const metadataUrl = (issuer: string): string =>
  `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;

/**
 * The document of an issuer, and of no other (§4.3); each endpoint over TLS, the browser's too.
 * @throws {ProviderError} `metadata`.
 */
export function readMetadata(
  given: unknown,
  facts: { issuer: string; plainHttpHosts: readonly string[] },
): Metadata {
  const result = v.safeParse(Metadata, given);
  if (!result.success || result.output.issuer !== facts.issuer) throw new ProviderError("metadata");
  const metadata = result.output;
  const { authorization_endpoint, token_endpoint, jwks_uri, end_session_endpoint } = metadata;
  for (const url of [authorization_endpoint, token_endpoint, jwks_uri, end_session_endpoint]) {
    try {
      if (url !== undefined) targetOf(url, facts);
    } catch (error) {
      throw new ProviderError("metadata", error);
    }
  }
  return metadata;
}
