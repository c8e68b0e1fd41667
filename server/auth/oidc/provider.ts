import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";
import { HOUR, SECOND } from "../../clock.ts";
import type { OidcProvider } from "../../clinic/settings.ts";
import { Problem } from "../../http/problem.ts";
import { openOutgoing, type Outgoing, OutgoingError, type OutgoingRequest } from "../../outgoing/outgoing.ts";
import type { Tenant } from "../../tenant.ts";
import { ProviderError } from "./error.ts";
import { type Metadata, metadataUrl, readMetadata } from "./metadata.ts";

const METADATA_LIFE = HOUR;
const KEYS_LIFE = HOUR;
/** An unknown key is looked for no more often than this: a token's sender names it. */
const KEYS_PAUSE = 30 * SECOND;
const LIMIT = 256 * 1024;

/** A clinic's identity provider, as the portal reaches it. */
export interface Provider {
  readonly settings: OidcProvider;
  /** @throws {ProviderError} */
  metadata(): Promise<Metadata>;
  /** The key that a token names. */
  readonly keys: JWTVerifyGetKey;
  /** JSON from one of its endpoints; `null` where the answer is not a 200. @throws {ProviderError} */
  json(request: Omit<OutgoingRequest, "limit" | "timeout">): Promise<unknown>;
}

/** The providers of all clinics, with what is remembered of them. */
export interface Providers {
  /** @throws {Problem} `request.not-found` where the clinic has none. */
  of(tenant: Tenant): Provider;
}

/** @param facts `timeout`: milliseconds for each request. */
export function createProviders(facts: { now: () => number; timeout?: number }): Providers {
  // By the settings' own object: whoever changes them makes another.
  const known = new WeakMap<OidcProvider, Provider>();
  return {
    of({ clinic: { settings } }) {
      const { oidc, privateHosts, plainHttpHosts } = settings;
      if (!oidc) throw new Problem("request.not-found");
      const found = known.get(oidc);
      if (found) return found;
      const outgoing = openOutgoing({ privateHosts, plainHttpHosts });
      const provider = openProvider(oidc, { ...facts, outgoing, plainHttpHosts });
      known.set(oidc, provider);
      return provider;
    },
  };
}

function openProvider(
  settings: OidcProvider,
  facts: { now: () => number; timeout?: number; outgoing: Outgoing; plainHttpHosts: readonly string[] },
): Provider {
  const { now, timeout, outgoing, plainHttpHosts } = facts;
  const json = async (request: OutgoingRequest): Promise<unknown> => {
    try {
      const { status, body } = await outgoing.request({ ...request, timeout, limit: LIMIT });
      return status === 200 ? JSON.parse(new TextDecoder().decode(body)) : null;
    } catch (error) {
      if (error instanceof OutgoingError) throw new ProviderError(error.reason, error);
      return null;
    }
  };
  const get = (url: string) => json({ url, method: "GET", headers: { Accept: "application/json" } });

  const metadata = remembered(now, METADATA_LIFE, async () => {
    const { issuer } = settings;
    return readMetadata(await get(metadataUrl(issuer)), { issuer, plainHttpHosts });
  });
  const keySet = remembered(now, KEYS_LIFE, async () => {
    const given = await get((await metadata.value()).jwks_uri);
    try {
      return createLocalJWKSet(given as JSONWebKeySet);
    } catch (error) {
      throw new ProviderError("keys", error);
    }
  });

  return {
    settings,
    metadata: metadata.value,
    async keys(header, token) {
      try {
        return await (await keySet.value())(header, token);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey) || keySet.age() < KEYS_PAUSE) throw error;
        keySet.forget();
        return await (await keySet.value())(header, token);
      }
    },
    json,
  };
}

/** A value that is loaded when it is asked for, once for all who ask meanwhile; a failure is not remembered. */
function remembered<T>(now: () => number, life: number, load: () => Promise<T>) {
  let held: { value: Promise<T>; at: number } | null = null;
  return {
    value(): Promise<T> {
      if (held && now() - held.at < life) return held.value;
      const fresh = { value: load(), at: now() };
      held = fresh;
      fresh.value.catch(() => {
        if (held === fresh) held = null;
      });
      return fresh.value;
    },
    age: () => held ? now() - held.at : 0,
    forget: () => void (held = null),
  };
}
