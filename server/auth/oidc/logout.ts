import { SECOND } from "../../clock.ts";
import { atomically } from "../../db/atomically.ts";
import { hashOf } from "../../keys/secret.ts";
import type { Tenant } from "../../tenant.ts";
import { ProviderError } from "./error.ts";
import { identityHash } from "./identities.ts";
import { identityOf } from "./identities-store.ts";
import { endAllOfIdentity, identitiesOfSession, useLogoutToken } from "./logout-store.ts";
import { LOGOUT_TOKEN_LIFE, verifyLogoutToken } from "./logout-token.ts";
import { TOLERANCE } from "./id-token.ts";
import type { Provider, Providers } from "./provider.ts";

/**
 * Where a browser ends its session at the provider too and comes back to the clinic's page (OpenID Connect
 * RP-Initiated Logout 1.0 §2); null where there is no such address, or nobody answers for it now.
 *
 * @param facts.identityHash The session's; null for one that did not come from the provider.
 */
export async function logoutUrl(
  tenant: Tenant,
  facts: { providers: Providers; identityHash: string | null; origin: string },
): Promise<string | null> {
  const { oidc } = tenant.clinic.settings;
  if (!oidc || facts.identityHash === null) return null;
  const identity = await identityOf(tenant.db, facts.identityHash);
  // The clinic may have another provider by now.
  if (identity?.issuer !== oidc.issuer) return null;
  const metadata = await facts.providers.of(tenant).metadata().catch(() => null);
  if (!metadata?.end_session_endpoint) return null;
  const url = new URL(metadata.end_session_endpoint);
  url.searchParams.set("client_id", oidc.clientId);
  url.searchParams.set("post_logout_redirect_uri", facts.origin);
  return url.href;
}

/**
 * Ends what a person's sign-ins at the provider opened here (OpenID Connect Back-Channel Logout 1.0 §2.7): of the
 * subject, or of whoever the provider's session is.
 *
 * @throws {ProviderError} for a token that is not right, or comes again.
 */
export async function logoutByProvider(
  tenant: Tenant,
  { provider, token }: { provider: Provider; token: string },
): Promise<void> {
  const { issuer, jti, subject, sid } = await verifyLogoutToken(provider, { token, now: tenant.now() });
  await atomically(tenant, async ({ db, now: clock }) => {
    const now = clock();
    const jtiHash = hashOf(JSON.stringify([issuer, jti]));
    const expiresAt = now + LOGOUT_TOKEN_LIFE + 2 * TOLERANCE + SECOND;
    if (!await useLogoutToken(db, { jtiHash, now, expiresAt })) throw new ProviderError("logout-token");
    const hashes = subject !== null
      ? [identityHash(issuer, subject)]
      : await identitiesOfSession(db, identityHash(issuer, sid!));
    for (const hash of hashes) await endAllOfIdentity(db, hash, now);
  });
}
