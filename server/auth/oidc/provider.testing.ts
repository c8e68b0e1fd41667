/** An identity provider that does as a test says, good or evil: discovery, keys and tokens on the loop-back address. */
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import type { Tenant } from "../../tenant.ts";
import type { TestPortal } from "../../testing/portal.ts";

export const CLIENT_ID = "portal";
const SECRET = "a secret: +/&=%";

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;
type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

/** A server on a free port of the loop-back address. */
export async function serve(
  handler: (origin: string) => Handler,
): Promise<{ origin: string; stop: () => Promise<void> }> {
  const server = http.createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  server.on("request", handler(origin));
  return {
    origin,
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

export interface TestProvider {
  readonly issuer: string;
  /** Its discovery document; a test may change it. */
  readonly metadata: Record<string, unknown>;
  /** What its key set lists; a test may change it. */
  keys: JWK[];
  readonly pair: Keys;
  /** What its token endpoint answers; `idToken` or `answer` is set by the test. */
  token: { idToken: string; accessToken?: string; status?: number };
  /** A path that is answered otherwise. */
  readonly instead: Map<string, Handler>;
  /** `METHOD /path` as asked for, with the body. */
  readonly requests: { line: string; authorization: string | undefined; body: URLSearchParams }[];
  /** Signs claims: those of a good ID token, with what is changed. */
  sign(
    claims: Record<string, unknown>,
    options?: { pair?: Keys; header?: Record<string, unknown> },
  ): Promise<string>;
  [Symbol.asyncDispose](): Promise<void>;
}

export async function openProvider(now: () => number): Promise<TestProvider> {
  const pair = await generateKeyPair("ES256", { extractable: true });
  const requests: TestProvider["requests"] = [];
  const instead = new Map<string, Handler>();
  const { origin: issuer, stop } = await serve(() => async (request, response) => {
    const url = new URL(request.url ?? "/", "http://provider.test");
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    for await (const chunk of request) chunks.push(chunk);
    requests.push({
      line: `${request.method} ${url.pathname}`,
      authorization: request.headers.authorization,
      body: new URLSearchParams(await new Blob(chunks).text()),
    });
    const other = instead.get(url.pathname);
    if (other) return other(request, response);
    const { idToken, accessToken, status = 200 } = provider.token;
    const answers: Record<string, unknown> = {
      "/.well-known/openid-configuration": provider.metadata,
      "/keys": { keys: provider.keys },
      "/token": { id_token: idToken, access_token: accessToken, token_type: "Bearer" },
    };
    const answer = answers[url.pathname];
    response.writeHead(answer === undefined ? 404 : url.pathname === "/token" ? status : 200, {
      "Content-Type": "application/json",
    });
    response.end(JSON.stringify(answer ?? {}));
  });
  const provider: TestProvider = {
    issuer,
    metadata: {
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      end_session_endpoint: `${issuer}/end`,
    },
    keys: [{ ...await exportJWK(pair.publicKey), kid: "one", use: "sig", alg: "ES256" }],
    pair,
    token: { idToken: "" },
    instead,
    requests,
    sign(claims, { pair: other = pair, header = {} } = {}) {
      const seconds = Math.floor(now() / 1000);
      return new SignJWT({
        iss: issuer,
        sub: "person",
        aud: CLIENT_ID,
        iat: seconds,
        exp: seconds + 300,
        auth_time: seconds,
        ...claims,
      }).setProtectedHeader({ alg: "ES256", kid: "one", ...header }).sign(other.privateKey);
    },
    [Symbol.asyncDispose]: stop,
  };
  return provider;
}

/** Gives the portal's clinic a provider on the loop-back address. */
export async function setProvider(
  { clinics, tenant }: TestPortal,
  issuer: string,
  more: Record<string, unknown> = {},
): Promise<Tenant> {
  const host = new URL(issuer).hostname;
  return await clinics.setSettings(tenant.clinic.key, {
    oidc: {
      label: "SPID",
      issuer,
      clientId: CLIENT_ID,
      clientSecret: SECRET,
      algorithms: ["ES256"],
      ...more,
    },
    privateHosts: [host],
    plainHttpHosts: [host],
  });
}
