import assert from "node:assert/strict";
import { CLINIC_SITE, PORTAL } from "../../testing/portal.ts";
import { asked, createBrowser, fragmentOf } from "./browser.testing.ts";
import { CLIENT_ID, setProvider } from "./provider.testing.ts";
import { reasons, roundTrip, scene } from "./scene.testing.ts";

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
    assert.equal(searchParams.get("max_age"), "900");
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
