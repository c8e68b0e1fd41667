/** Browsers at addresses of their own, which sign in by hand: every step in the test's reach. */
import { calculateJwkThumbprint } from "jose";
import { createCredentials, createTransport, type Credentials } from "@tuodossier/sdk";
import type { SessionList, Tokens } from "@tuodossier/sdk/contract";
import { createApp } from "../app.ts";
import { hashOf, newSecret } from "../keys/secret.ts";
import { CLINIC_SITE, PASSWORD, PORTAL, type TestPortal } from "../testing/portal.ts";
import { createProofVerifier } from "./sessions/proof.ts";

export interface Surroundings {
  /** The address of the peer. */
  readonly peer?: string;
  readonly forwardedFor?: string;
  readonly userAgent?: string;
  /** The clinic's key; that of the portal's one clinic by default. */
  readonly key?: string;
}

/** A session whose key and tokens the test holds. */
export interface Held {
  readonly tokens: Tokens;
  /** A proven request under the session. */
  request(method: string, path: string, body?: unknown): Promise<Response>;
  sessions(): Promise<SessionList["sessions"]>;
}

export interface Browser {
  readonly credentials: Credentials;
  signIn(codiceFiscale: string, devices?: readonly string[]): Promise<Held>;
}

/** Browsers of a portal behind `trustedProxies`. */
export function browsersOf(portal: TestPortal, trustedProxies: readonly string[] = []) {
  const { now, clinic } = portal.tenant;
  const app = createApp({
    clinics: portal.clinics,
    proofs: createProofVerifier(now),
    baseUrl: PORTAL,
    static: portal.folder,
    now,
    log: () => {},
    trustedProxies,
  });
  return function browser(surroundings: Surroundings = {}): Browser {
    const { peer = "192.0.2.1", forwardedFor, userAgent, key = clinic.key } = surroundings;
    const fetchFrom = (origin: string): typeof fetch => async (input, init) => {
      const request = new Request(input, init);
      const headers = new Headers(request.headers);
      headers.set("Origin", origin);
      if (forwardedFor) headers.set("X-Forwarded-For", forwardedFor);
      if (userAgent) headers.set("User-Agent", userAgent);
      return await app.fetch(new Request(request, { headers }), { peer });
    };
    const options = { endpoint: PORTAL, key, now };
    const credentials = createCredentials(createTransport({ ...options, fetch: fetchFrom(PORTAL) }));
    const transport = createTransport({ ...options, fetch: fetchFrom(CLINIC_SITE) });

    return {
      credentials,
      async signIn(codiceFiscale, devices = []) {
        const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, [
          "sign",
          "verify",
        ]);
        const jwk = await crypto.subtle.exportKey("jwk", pair.publicKey);
        const codeVerifier = newSecret();
        const handOver = {
          origin: CLINIC_SITE,
          codeChallenge: hashOf(codeVerifier),
          keyThumbprint: await calculateJwkThumbprint(jwk),
        };
        const { challenge } = await credentials.begin({
          codiceFiscale,
          password: PASSWORD,
          handOver,
          devices,
        });
        const answer = await credentials.enterCode(challenge, await portal.lastCode());
        if (answer.next !== "hand-over") throw new Error("a first password has to be replaced");
        const body = { grantType: "authorization_code", code: answer.code, codeVerifier };
        const proven = { key: pair, accessToken: null };
        const response = await transport({ method: "POST", path: "/v1/auth/token", body }, proven);
        const tokens = await response.json() as Tokens;
        const request = (method: string, path: string, given?: unknown) =>
          transport({ method, path, body: given }, { key: pair, accessToken: tokens.accessToken });
        return {
          tokens,
          request,
          sessions: async () =>
            ((await (await request("GET", "/v1/auth/sessions")).json()) as SessionList).sessions,
        };
      },
    };
  };
}
