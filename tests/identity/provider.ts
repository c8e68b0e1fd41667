/** An identity provider for a browser's journeys: `oidc-provider` on the loop-back address, with a page to choose on. */
import { generateKeyPairSync } from "node:crypto";
import http from "node:http";
import Provider from "oidc-provider";
import type { IdentityPortal } from "./portal.ts";

/** A second factor, as SPID says it. */
const STRONG = "https://www.spid.gov.it/SpidL2";
const CLIENT_ID = "portal";
const SECRET = "0123456789abcdef0123456789abcdef";

export interface BrowserProvider {
  readonly issuer: string;
  /** `METHOD /path`, as asked for. */
  readonly requests: readonly string[];
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts a provider that knows one person, and makes it the clinic's. */
export async function openProvider({ clinics, tenant, endpoint, origin }: IdentityPortal): Promise<
  BrowserProvider
> {
  const { key } = tenant.clinic;
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const jwk = { ...privateKey.export({ format: "jwk" }), use: "sig", alg: "ES256", kid: "one" };
  const server = http.createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const provider = new Provider(issuer, {
    jwks: { keys: [jwk] },
    cookies: { keys: [SECRET] },
    clients: [{
      client_id: CLIENT_ID,
      client_secret: SECRET,
      redirect_uris: [`${endpoint}/t/${key}/oidc/callback`],
      post_logout_redirect_uris: [origin],
      id_token_signed_response_alg: "ES256",
    }],
    acrValues: [STRONG, "urn:password"],
    claims: { openid: ["sub"], acr: null },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
    // Nobody is asked whether the portal may know them.
    async loadExistingGrant(ctx: { oidc: { session: { accountId: string } } }) {
      const grant = new provider.Grant({ accountId: ctx.oidc.session.accountId, clientId: CLIENT_ID });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  const requests: string[] = [];
  server.on("request", async (request, response) => {
    const url = new URL(request.url ?? "/", issuer);
    requests.push(`${request.method} ${url.pathname}`);
    if (!url.pathname.startsWith("/interaction/")) return answer(request, response);
    if (request.method === "POST") {
      const result = url.searchParams.has("no")
        ? { error: "access_denied" }
        : { login: { accountId: "maria", acr: STRONG } };
      return await provider.interactionFinished(request, response, result);
    }
    response.setHeader("Content-Type", "text/html; charset=utf-8").end(CHOOSE);
  });
  await clinics.setSettings(key, {
    oidc: {
      label: "SPID",
      issuer,
      clientId: CLIENT_ID,
      clientSecret: SECRET,
      algorithms: ["ES256"],
      strongAcr: [STRONG],
    },
    privateHosts: ["127.0.0.1"],
    plainHttpHosts: ["127.0.0.1"],
  });
  return {
    issuer,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const CHOOSE = `<!doctype html><html lang="it"><meta charset="utf-8"><title>Identità</title>
<main><h1>Identità</h1><form method="post"><button>Sono Maria</button>
<button formaction="?no">Annulla</button></form></main></html>`;
