import type { ClientToken } from "@tuodossier/sdk/contract";
import { instant, SECOND } from "../clock.ts";
import { Problem } from "../http/problem.ts";
import { hashOf, newSecret } from "../keys/secret.ts";
import type { Tenant } from "../tenant.ts";
import { addClientToken, clientOfToken } from "./client-store.ts";

/** Seconds a clinic's system works with one token. */
const LIFE = 3600;

/** A token for a client whose credentials were right (RFC 6749 §4.4); only its digest is kept. */
export async function giveClientToken(tenant: Tenant, clientId: string): Promise<ClientToken> {
  const token = newSecret();
  const now = tenant.now();
  const expiresAt = instant(now + LIFE * SECOND);
  await addClientToken(tenant.db, { tokenHash: hashOf(token), clientId, expiresAt, now });
  return { access_token: token, token_type: "Bearer", expires_in: LIFE };
}

/** @throws {Problem} `auth.client-invalid`: no token, one that is over, or another clinic's. */
export async function requireClientToken(tenant: Tenant, authorization: string | undefined): Promise<void> {
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(authorization ?? "")?.[1];
  if (!token || !await clientOfToken(tenant.db, hashOf(token), tenant.now())) {
    throw new Problem("auth.client-invalid");
  }
}
