import assert from "node:assert/strict";
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { CLINIC_SITE, openPortal, PORTAL, type TestPortal } from "../../testing/portal.ts";
import { asked, createBrowser, fragmentOf, type TestBrowser } from "./browser.testing.ts";
import { CLIENT_ID, openProvider, setProvider, type TestProvider } from "./provider.testing.ts";

interface Scene {
  readonly portal: TestPortal;
  readonly provider: TestProvider;
  readonly browser: TestBrowser;
}

async function scene(act: (scene: Scene) => Promise<void>, settings: object = {}): Promise<void> {
  await using portal = await openPortal();
  await using provider = await openProvider(portal.tenant.now);
  await setProvider(portal, provider.issuer, { ...settings });
  await act({ portal, provider, browser: createBrowser(portal) });
}

/** Goes to the provider, which answers with these claims, and comes back. */
async function roundTrip(
  { provider, browser }: Scene,
  claims: Record<string, unknown> = {},
): Promise<Record<string, string>> {
  const { searchParams } = await browser.beginUrl();
  provider.token = { idToken: await provider.sign({ nonce: searchParams.get("nonce"), ...claims }) };
  const state = searchParams.get("state")!;
  return fragmentOf(await browser.comeBack({ state, code: "good" }));
}

const reasons = ({ portal }: Scene) =>
  portal.logs.filter(({ event }) => event === "provider.failed").map(({ error }) => error);

Deno.test("a good token of an unknown person waits for password and code, with all the page needs", () =>
  scene(async (all) => {
    const fragment = await roundTrip(all);
    assert.match(fragment.identity, /^[\w-]{43}$/);
    assert.deepEqual(fragment, {
      mode: "redirect",
      origin: CLINIC_SITE,
      challenge: asked.handOver.codeChallenge,
      thumbprint: asked.handOver.keyThumbprint,
      state: asked.state,
      return: asked.returnTo,
      step: "link",
      identity: fragment.identity,
    });
  }));

Deno.test("the code is traded with the verifier of its challenge and the client's encoded secret", () =>
  scene(async ({ provider, browser }) => {
    const { searchParams } = await browser.beginUrl();
    assert.equal(searchParams.get("code_challenge_method"), "S256");
    assert.equal(searchParams.get("response_type"), "code");
    assert.equal(searchParams.get("scope"), "openid");
    await browser.comeBack({ state: searchParams.get("state")!, code: "good" });
    const { body, authorization } = provider.requests.find(({ line }) => line === "POST /token")!;
    const digest = await crypto.subtle.digest(
      "SHA-256",
      new TextEncoder().encode(body.get("code_verifier")!),
    );
    const challenge = new Uint8Array(digest).toBase64({ alphabet: "base64url", omitPadding: true });
    assert.equal(challenge, searchParams.get("code_challenge"));
    assert.equal(body.get("redirect_uri"), searchParams.get("redirect_uri"));
    assert.equal(authorization, `Basic ${btoa("portal:a+secret%3A+%2B%2F%26%3D%25")}`);
  }));

Deno.test("a provider that takes no Basic gets the secret in the body; one without a secret, the client's name", () =>
  scene(async (all) => {
    const { provider, portal } = all;
    provider.metadata.token_endpoint_auth_methods_supported = ["client_secret_post"];
    await roundTrip(all);
    const { body, authorization } = provider.requests.findLast(({ line }) => line === "POST /token")!;
    assert.deepEqual([authorization, body.get("client_secret")], [undefined, "a secret: +/&=%"]);
    await setProvider(portal, provider.issuer, { clientSecret: null });
    await roundTrip(all);
    const open = provider.requests.findLast(({ line }) => line === "POST /token")!;
    assert.deepEqual([open.body.get("client_id"), open.body.has("client_secret")], [CLIENT_ID, false]);
  }));

Deno.test("forged, foreign and stale ID tokens are refused", () =>
  scene(async (all) => {
    const { portal, provider, browser } = all;
    const now = Math.floor(portal.tenant.now() / 1000);
    const [stranger, rsa] = [await generateKeyPair("ES256"), await generateKeyPair("RS256")];
    const publicKey = new TextEncoder().encode(await exportSPKI(provider.pair.publicKey));
    provider.keys.push({ ...await exportJWK(rsa.publicKey), kid: "rsa" });
    const good = { iss: provider.issuer, sub: "person", aud: CLIENT_ID, iat: now, exp: now + 300 };
    type Forge = (nonce: string) => Promise<string> | string;
    const claims = (changed: Record<string, unknown>): Forge => (nonce) =>
      provider.sign({ nonce, ...changed });
    const forgeries: Record<string, Forge> = {
      "another's key": (nonce) => provider.sign({ nonce }, { pair: stranger }),
      "an unknown key": (nonce) => provider.sign({ nonce }, { pair: stranger, header: { kid: "two" } }),
      "its own key in the header": async (nonce) =>
        provider.sign({ nonce }, {
          pair: stranger,
          header: { kid: undefined, jwk: await exportJWK(stranger.publicKey) },
        }),
      "alg none": (nonce) => new UnsecuredJWT({ ...good, nonce }).encode(),
      "HS256 by the public key": (nonce) =>
        new SignJWT({ ...good, nonce }).setProtectedHeader({ alg: "HS256", kid: "one" }).sign(publicKey),
      "an algorithm the clinic does not take": (nonce) =>
        new SignJWT({ ...good, nonce }).setProtectedHeader({ alg: "RS256", kid: "rsa" }).sign(rsa.privateKey),
      "a signature cut off": async (nonce) => (await provider.sign({ nonce })).replace(/[^.]+$/, ""),
      "changed claims": async (nonce) => {
        const [header, , signature] = (await provider.sign({ nonce })).split(".");
        const payload = btoa(JSON.stringify({ ...good, nonce, sub: "other" })).replace(/=+$/, "");
        return [header, payload, signature].join(".");
      },
      "another issuer": claims({ iss: "https://evil.example" }),
      "the issuer with a slash": claims({ iss: `${provider.issuer}/` }),
      "another audience": claims({ aud: "another" }),
      "no audience": claims({ aud: undefined }),
      "several audiences and nobody authorized": claims({ aud: [CLIENT_ID, "another"] }),
      "another authorized party": claims({ azp: "another" }),
      "another nonce": claims({ nonce: "n".repeat(43) }),
      "no nonce": claims({ nonce: undefined }),
      "expired": claims({ exp: now - 11 }),
      "no expiry": claims({ exp: undefined }),
      "old": claims({ iat: now - 611, exp: now + 300 }),
      "of the future": claims({ iat: now + 60, exp: now + 300 }),
      "not valid yet": claims({ nbf: now + 60 }),
      "no time": claims({ iat: undefined }),
      "no subject": claims({ sub: undefined }),
      "an empty subject": claims({ sub: "" }),
      "a subject that is no text": claims({ sub: 7 }),
      "a subject without end": claims({ sub: "x".repeat(256) }),
      "the hash of another access token": claims({ at_hash: "AAAAAAAAAAAAAAAAAAAAAA" }),
      "a logout token": (nonce) => provider.sign({ nonce }, { header: { typ: "logout+jwt" } }),
      "a logout token's event": claims({ events: {} }),
      "nothing": () => "",
      "no token": () => "a.b.c",
    };
    for (const [name, forge] of Object.entries(forgeries)) {
      const { searchParams } = await browser.beginUrl();
      const accessToken = name.startsWith("the hash") ? "access" : undefined;
      provider.token = { idToken: await forge(searchParams.get("nonce")!), accessToken };
      const back = await browser.comeBack({ state: searchParams.get("state")!, code: "good" });
      const { step, error, tuo_code: code } = fragmentOf(back);
      assert.deepEqual([step, error, code], ["error", "auth.provider", undefined], name);
      assert.equal(reasons(all).at(-1), "id-token", name);
    }
    assert.deepEqual(await portal.tenant.db.selectFrom("identities").selectAll().execute(), []);
    assert.equal((await roundTrip(all)).step, "link");
  }));

Deno.test("what is right is taken: the access token's hash, one audience in a list, an authorized party", () =>
  scene(async (all) => {
    const { provider, browser } = all;
    const { searchParams } = await browser.beginUrl();
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode("access"));
    const atHash = new Uint8Array(digest, 0, 16).toBase64({ alphabet: "base64url", omitPadding: true });
    const claims = {
      nonce: searchParams.get("nonce"),
      aud: [CLIENT_ID, "x"],
      azp: CLIENT_ID,
      at_hash: atHash,
    };
    provider.token = { idToken: await provider.sign(claims), accessToken: "access" };
    const back = await browser.comeBack({ state: searchParams.get("state")!, code: "good" });
    assert.equal(fragmentOf(back).step, "link");
    assert.equal((await roundTrip(all, { aud: [CLIENT_ID] })).step, "link");
  }));

Deno.test("a state is good once, and of fifty at once for one", () =>
  scene(async ({ provider, browser }) => {
    const { searchParams } = await browser.beginUrl();
    const state = searchParams.get("state")!;
    provider.token = { idToken: await provider.sign({ nonce: searchParams.get("nonce") }) };
    const backs = await Promise.all(
      Array.from({ length: 50 }, () => browser.comeBack({ state, code: "good" })),
    );
    const steps = backs.map((back) => fragmentOf(back));
    assert.equal(steps.filter(({ step }) => step === "link").length, 1);
    const late = fragmentOf(await browser.comeBack({ state, code: "good" }));
    assert.deepEqual(late, { mode: "redirect", step: "error", error: "auth.provider-over" });
    assert.equal(provider.requests.filter(({ line }) => line === "POST /token").length, 1);
  }));

Deno.test("another browser's state, none, one too old, and another clinic's are not known; nothing is used up", () =>
  scene(async (all) => {
    const { portal, provider, browser } = all;
    const other = await portal.clinics.add({ name: "Altra", origins: [CLINIC_SITE] });
    await setProvider({ ...portal, tenant: other }, provider.issuer);
    const { searchParams } = await browser.beginUrl();
    const state = searchParams.get("state")!;
    provider.token = { idToken: await provider.sign({ nonce: searchParams.get("nonce") }) };
    const over = { mode: "redirect", step: "error", error: "auth.provider-over" };
    const [stranger, without] = [createBrowser(portal), createBrowser(portal)];
    await stranger.beginUrl();
    for (const thief of [stranger, without]) {
      assert.deepEqual(fragmentOf(await thief.comeBack({ state, code: "good" })), over);
    }
    assert.deepEqual(fragmentOf(await browser.comeBack({ state, code: "good" }, other.clinic.key)), over);
    for (const parameters of [{}, { state: "" }, { state: "x".repeat(43), code: "c" }, { code: "c" }]) {
      assert.deepEqual(fragmentOf(await browser.comeBack(parameters as Record<string, string>)), over);
    }
    const twice =
      `${PORTAL}/t/${portal.tenant.clinic.key}/oidc/callback?state=${state}&state=${state}&code=c`;
    assert.deepEqual(fragmentOf(await browser.follow(twice)), over);
    assert.equal(fragmentOf(await browser.comeBack({ state, code: "good" })).step, "link");
    const late = (await browser.beginUrl()).searchParams.get("state")!;
    portal.advance(600_000);
    assert.deepEqual(fragmentOf(await browser.comeBack({ state: late, code: "good" })), over);
  }));

Deno.test("the answer of another issuer is a mix-up, and so is a missing one where it is promised", () =>
  scene(async (all) => {
    const { provider, browser } = all;
    const backWith = async (parameters: Record<string, string>) => {
      const { searchParams } = await browser.beginUrl();
      provider.token = { idToken: await provider.sign({ nonce: searchParams.get("nonce") }) };
      const state = searchParams.get("state")!;
      return fragmentOf(await browser.comeBack({ state, code: "good", ...parameters })).step;
    };
    assert.equal(await backWith({ iss: "https://evil.example" }), "error");
    assert.equal(await backWith({ iss: provider.issuer }), "link");
    provider.metadata.authorization_response_iss_parameter_supported = true;
    await setProvider(all.portal, provider.issuer);
    assert.equal(await backWith({}), "error");
    assert.equal(await backWith({ iss: provider.issuer }), "link");
    assert.deepEqual(reasons(all), ["issuer", "issuer"]);
    assert.equal(provider.requests.filter(({ line }) => line === "POST /token").length, 2);
  }));

Deno.test("who gives up at the provider comes back to the first screen; its words are not passed on", () =>
  scene(async ({ browser }) => {
    const state = (await browser.beginUrl()).searchParams.get("state")!;
    const back = await browser.comeBack({ state, error: "access_denied", error_description: "<b>gone</b>" });
    const { step, error, return: to } = fragmentOf(back);
    assert.deepEqual([step, error, to], ["error", "auth.provider-refused", asked.returnTo]);
    assert.doesNotMatch(back.href, /gone|access_denied/);
  }));

Deno.test("the way back is a page of the clinic's own, written plainly", () =>
  scene(async ({ browser }) => {
    for (
      const returnTo of [
        "https://evil.example/",
        "//evil.example/",
        "/dossier",
        CLINIC_SITE,
        `${CLINIC_SITE}@evil.example/`,
        `${CLINIC_SITE}.evil.example/`,
        `${CLINIC_SITE}:8080/`,
        "http://user@clinic.test/",
        `${CLINIC_SITE}//evil.example/`,
        `${CLINIC_SITE}/\\evil.example/`,
        `${CLINIC_SITE}\\@evil.example/`,
        ` ${CLINIC_SITE}/`,
        `${CLINIC_SITE}/\n`,
        "javascript:alert(1)//http://clinic.test/",
        "data:text/html,x",
        "https://clinic.test/",
        "HTTP://CLINIC.TEST/",
      ]
    ) {
      const response = await browser.begin({ returnTo });
      assert.equal(response.status, 403, returnTo);
      assert.equal((await response.json()).code, "tenant.origin");
    }
    const handOver = { ...asked.handOver, origin: "https://evil.example" };
    assert.equal((await browser.begin({ handOver, returnTo: "https://evil.example/" })).status, 403);
  }));

Deno.test("only the portal's own page may begin, where there is a provider; the cookie is the browser's alone", () =>
  scene(async ({ portal, browser }) => {
    const response = await browser.begin();
    const [cookie] = response.headers.getSetCookie();
    assert.match(cookie, /^__Host-tuo-oidc=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const again = (await browser.begin()).headers.getSetCookie()[0];
    assert.equal(again, cookie, "two tabs share it");
    const url = `${PORTAL}/t/${portal.tenant.clinic.key}/v1/auth/oidc`;
    const init = {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(asked),
    };
    for (const origin of [CLINIC_SITE, "https://evil.example", null]) {
      const refused = await portal.fetchFrom(origin)(url, init);
      assert.deepEqual([refused.status, refused.headers.getSetCookie()], [403, []]);
    }
    const none = await portal.clinics.add({ name: "Senza", origins: [CLINIC_SITE] });
    assert.equal((await browser.begin({}, none.clinic.key)).status, 404);
    const callback = `${PORTAL}/t/${none.clinic.key}/oidc/callback?state=x`;
    assert.equal((await browser.fetch(callback)).status, 404);
  }));

Deno.test("one address begins and comes back sixty times in five minutes", () =>
  scene(async ({ portal, browser }) => {
    for (let count = 0; count < 60; count++) {
      assert.equal((await browser.begin()).status, 200);
      assert.equal(fragmentOf(await browser.comeBack({ state: "x" })).error, "auth.provider-over");
    }
    const limited = await browser.begin();
    assert.deepEqual([limited.status, (await limited.json()).code], [429, "request.rate"]);
    assert.equal(limited.headers.get("Retry-After"), "300");
    const { error, wait } = fragmentOf(await browser.comeBack({ state: "x" }));
    assert.deepEqual([error, wait], ["request.rate", "300"]);
    portal.advance(300_000);
    assert.equal((await browser.begin()).status, 200);
  }));

Deno.test("a code the provider refuses, a redirect, and what is no JSON are its failure, told without its words", () =>
  scene(async (all) => {
    const { provider } = all;
    provider.token.status = 400;
    const backAfter = async () => {
      const { searchParams } = await all.browser.beginUrl();
      return fragmentOf(await all.browser.comeBack({ state: searchParams.get("state")!, code: "bad" })).error;
    };
    assert.equal(await backAfter(), "auth.provider");
    provider.instead.set("/token", (_, response) => {
      response.writeHead(307, { Location: `${provider.issuer}/stolen` }).end();
    });
    assert.equal(await backAfter(), "auth.provider");
    assert.ok(!provider.requests.some(({ line }) => line.endsWith("/stolen")));
    provider.instead.set("/token", (_, response) => void response.end("<html>"));
    assert.equal(await backAfter(), "auth.provider");
    provider.instead.set("/token", (_, response) => void response.end(new Uint8Array(300_000)));
    assert.equal(await backAfter(), "auth.provider");
    assert.deepEqual(reasons(all), ["token", "token", "token", "too-large"]);
  }));
