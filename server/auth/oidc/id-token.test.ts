import assert from "node:assert/strict";
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { fragmentOf } from "./browser.testing.ts";
import { CLIENT_ID } from "./provider.testing.ts";
import { reasons, roundTrip, scene } from "./scene.testing.ts";

Deno.test("forged, foreign and stale ID tokens are refused", () =>
  scene(async (all) => {
    const { portal, provider, browser } = all;
    const now = Math.floor(portal.tenant.now() / 1000);
    const [stranger, rsa] = [await generateKeyPair("ES256"), await generateKeyPair("RS256")];
    const publicKey = new TextEncoder().encode(await exportSPKI(provider.pair.publicKey));
    provider.keys.push({ ...await exportJWK(rsa.publicKey), kid: "rsa" });
    const good = {
      iss: provider.issuer,
      sub: "person",
      aud: CLIENT_ID,
      iat: now,
      exp: now + 300,
      auth_time: now,
    };
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
      "a sign-in of longer ago than asked for": claims({ auth_time: now - 911 }),
      "a sign-in still to come": claims({ auth_time: now + 60 }),
      "no time of the sign-in": claims({ auth_time: undefined }),
      "a time of the sign-in that is none": claims({ auth_time: String(now) }),
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
    const long = Math.floor(all.portal.tenant.now() / 1000) - 900;
    assert.equal((await roundTrip(all, { auth_time: long })).step, "link");
  }));
