import assert from "node:assert/strict";
import { exportJWK, generateKeyPair } from "jose";
import { openPortal, type TestPortal } from "../../testing/portal.ts";
import { verifyIdToken } from "./id-token.ts";
import { createProviders, type Provider } from "./provider.ts";
import { openProvider, setProvider, type TestProvider } from "./provider.testing.ts";

interface Scene {
  readonly portal: TestPortal;
  readonly provider: TestProvider;
  /** The provider as a portal sees that has just started. */
  fresh(settings?: Record<string, unknown>): Promise<Provider>;
}

async function scene(act: (scene: Scene) => Promise<void>): Promise<void> {
  await using portal = await openPortal();
  await using provider = await openProvider(portal.tenant.now);
  await act({
    portal,
    provider,
    async fresh(settings = {}) {
      const tenant = await setProvider(portal, provider.issuer, settings);
      return createProviders({ now: tenant.now, timeout: 300 }).of(tenant);
    },
  });
}

const asked = ({ provider }: Scene, path: string) =>
  provider.requests.filter(({ line }) => line === `GET ${path}`).length;
const DISCOVERY = "/.well-known/openid-configuration";
const nonce = "n".repeat(43);
const verify = async (
  { provider, portal }: Scene,
  by: Provider,
  options: Parameters<TestProvider["sign"]>[1] = {},
) =>
  await verifyIdToken(by, {
    idToken: await provider.sign({ nonce }, options),
    accessToken: null,
    nonce,
    now: portal.tenant.now(),
  });
const fails = (asked: Promise<unknown>, reason: string) =>
  assert.rejects(asked, { name: "ProviderError", reason });

Deno.test("the document is asked for once an hour, of many at once for all", () =>
  scene(async (all) => {
    const by = await all.fresh();
    await Promise.all(Array.from({ length: 20 }, () => by.metadata()));
    all.portal.advance(3_599_000);
    await by.metadata();
    assert.equal(asked(all, DISCOVERY), 1);
    all.portal.advance(1000);
    await by.metadata();
    assert.equal(asked(all, DISCOVERY), 2);
  }));

Deno.test("a failure is not remembered", () =>
  scene(async (all) => {
    const by = await all.fresh();
    all.provider.instead.set(DISCOVERY, (_, response) => void response.writeHead(503).end());
    await fails(by.metadata(), "metadata");
    all.provider.instead.clear();
    assert.equal((await by.metadata()).issuer, all.provider.issuer);
  }));

Deno.test("a document of another issuer, without what is needed, or with other addresses than TLS is refused", () =>
  scene(async ({ provider, fresh }) => {
    const good = { ...provider.metadata };
    for (
      const wrong of [
        { issuer: "https://evil.example" },
        { issuer: `${provider.issuer}/` },
        { authorization_endpoint: "http://evil.example/auth" },
        { authorization_endpoint: "javascript:alert(1)" },
        { authorization_endpoint: "https://user@evil.example/" },
        { token_endpoint: undefined },
        { token_endpoint: "http://evil.example/token" },
        { token_endpoint: "file:///etc/passwd" },
        { jwks_uri: "http://evil.example/keys" },
        { end_session_endpoint: "javascript:alert(1)" },
      ]
    ) {
      Object.assign(provider.metadata, good, wrong);
      await fails((await fresh()).metadata(), "metadata");
    }
  }));

Deno.test("redirects, huge and slow answers are failures", () =>
  scene(async ({ provider, fresh }) => {
    provider.instead.set(DISCOVERY, (_, response) => {
      response.writeHead(302, { Location: `${provider.issuer}/elsewhere` }).end();
    });
    await fails((await fresh()).metadata(), "metadata");
    assert.ok(!provider.requests.some(({ line }) => line.endsWith("/elsewhere")));
    provider.instead.set(DISCOVERY, (_, response) => void response.end(" ".repeat(256 * 1024 + 1)));
    await fails((await fresh()).metadata(), "too-large");
    provider.instead.set(DISCOVERY, () => {});
    await fails((await fresh()).metadata(), "timeout");
  }));

Deno.test("a private address, or plain HTTP, that the clinic does not list is not asked; nor is an endpoint on one", () =>
  scene(async (all) => {
    const { portal, provider, fresh } = all;
    const { key } = portal.tenant.clinic;
    await fresh();
    for (
      const [settings, reason] of [
        [{ privateHosts: [] }, "refused-address"],
        [{ privateHosts: ["127.0.0.1"], plainHttpHosts: [] }, "not-https"],
      ] as const
    ) {
      const tenant = await portal.clinics.setSettings(key, settings);
      await fails(createProviders({ now: tenant.now }).of(tenant).metadata(), reason);
    }
    assert.deepEqual(provider.requests, []);
    provider.metadata.jwks_uri = "https://169.254.169.254/latest/meta-data";
    await fails(verify(all, await fresh()), "refused-address");
  }));

Deno.test("a key that is not known is looked for, but not at every token that names one", () =>
  scene(async (all) => {
    const { portal, provider } = all;
    const by = await all.fresh();
    assert.equal((await verify(all, by)).subject, "person");
    const pair = await generateKeyPair("ES256", { extractable: true });
    const next = { pair, header: { kid: "two" } };
    for (let count = 0; count < 5; count++) await fails(verify(all, by, next), "id-token");
    assert.equal(asked(all, "/keys"), 1);
    provider.keys = [{ ...await exportJWK(pair.publicKey), kid: "two" }];
    portal.advance(30_000);
    assert.equal((await verify(all, by, next)).subject, "person");
    assert.equal(asked(all, "/keys"), 2);
    // The old key is gone from the set, and no good any more.
    await fails(verify(all, by), "id-token");
    for (let count = 0; count < 5; count++) {
      await fails(verify(all, by, { header: { kid: "x" } }), "id-token");
    }
    assert.equal(asked(all, "/keys"), 2);
  }));

Deno.test("key sets that are none, or hold a secret key, verify nothing", () =>
  scene(async (all) => {
    const { provider } = all;
    provider.instead.set("/keys", (_, response) => void response.end("{}"));
    await fails(verify(all, await all.fresh()), "keys");
    provider.instead.clear();
    provider.keys = [{ kty: "oct", k: "c2VjcmV0", kid: "one" }];
    await fails(verify(all, await all.fresh()), "id-token");
    provider.keys = [];
    await fails(verify(all, await all.fresh()), "id-token");
  }));

Deno.test("other settings are another provider: nothing of the old one is remembered", () =>
  scene(async (all) => {
    const { portal, provider } = all;
    const providers = createProviders({ now: portal.tenant.now });
    const before = await setProvider(portal, provider.issuer);
    await providers.of(before).metadata();
    await providers.of(before).metadata();
    const after = await setProvider(portal, provider.issuer, { clientId: "another" });
    assert.equal(providers.of(after).settings.clientId, "another");
    await providers.of(after).metadata();
    assert.equal(asked(all, DISCOVERY), 2);
  }));
