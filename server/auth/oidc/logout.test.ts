import assert from "node:assert/strict";
import { generateKeyPair } from "jose";
import { newId } from "../../keys/uuid.ts";
import { hashOf, newSecret } from "../../keys/secret.ts";
import { isSessionOpen } from "../sessions/sessions.ts";
import { CLINIC_SITE, openPortal, PORTAL, type TestPortal } from "../../testing/portal.ts";
import { identityHash } from "./identities.ts";
import { noteIdentity } from "./identities-store.ts";
import { logoutUrl } from "./logout.ts";
import { noteProviderSession } from "./logout-store.ts";
import { createProviders } from "./provider.ts";
import { CLIENT_ID, openProvider, setProvider, type TestProvider } from "./provider.testing.ts";

const EVENTS = { "http://schemas.openid.net/event/backchannel-logout": {} };

interface Scene {
  readonly portal: TestPortal;
  readonly provider: TestProvider;
  /** A session that came from the provider. */
  session(subject: string): Promise<string>;
  /** A logout token: a good one, with what is changed. */
  token(claims?: Record<string, unknown>, options?: Parameters<TestProvider["sign"]>[1]): Promise<string>;
  logout(token: string): Promise<number>;
}

async function scene(act: (scene: Scene) => Promise<void>): Promise<void> {
  await using portal = await openPortal();
  await using provider = await openProvider(portal.tenant.now);
  await setProvider(portal, provider.issuer);
  const { db, clinic, now } = portal.tenant;
  const { issuer } = provider;
  await act({
    portal,
    provider,
    async session(subject) {
      const { patientId, codiceFiscale } = await portal.addPatient();
      await portal.signIn(codiceFiscale);
      const hash = identityHash(issuer, subject);
      await noteIdentity(db, { hash, issuer, subject, now: now() });
      const row = await db.updateTable("sessions").set({ identity_hash: hash })
        .where("patient_id", "=", patientId).returning("id").executeTakeFirstOrThrow();
      return row.id;
    },
    token: ({ ...claims } = {}, options = {}) =>
      provider.sign({ jti: newId(now()), events: EVENTS, sub: undefined, ...claims }, {
        ...options,
        header: { typ: "logout+jwt", ...options.header },
      }),
    async logout(token) {
      const response = await portal.fetchFrom(null)(`${PORTAL}/t/${clinic.key}/oidc/logout`, {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ logout_token: token }).toString(),
      });
      assert.equal(response.headers.get("Cache-Control"), "no-store");
      return response.status;
    },
  });
}

Deno.test("who signs out at the provider is signed out here, and nobody else", () =>
  scene(async ({ portal: { tenant }, session, token, logout }) => {
    const [maria, mario] = [await session("maria"), await session("mario")];
    assert.equal(await logout(await token({ sub: "maria" })), 200);
    assert.deepEqual([await isSessionOpen(tenant, maria), await isSessionOpen(tenant, mario)], [false, true]);
    assert.equal(await logout(await token({ sub: "nobody" })), 200);
    assert.equal(await isSessionOpen(tenant, mario), true);
  }));

Deno.test("a token that names the provider's session alone ends what came from it", () =>
  scene(async ({ portal: { tenant }, provider: { issuer }, session, token, logout }) => {
    const [maria, mario] = [await session("maria"), await session("mario")];
    const facts = { now: tenant.now(), endsAt: tenant.now() + 1000 };
    for (const [sid, subject] of [["s-1", "maria"], ["s-2", "mario"]]) {
      const sidHash = identityHash(issuer, sid);
      await noteProviderSession(tenant.db, {
        sidHash,
        identityHash: identityHash(issuer, subject),
        ...facts,
      });
    }
    assert.equal(await logout(await token({ sid: "s-1" })), 200);
    assert.deepEqual([await isSessionOpen(tenant, maria), await isSessionOpen(tenant, mario)], [false, true]);
  }));

Deno.test("what is under way ends too: challenges, hand-overs, and identities that wait", () =>
  scene(async ({ portal: { tenant: { db, now } }, provider: { issuer }, session, token, logout }) => {
    await session("maria");
    const [hash, later] = [identityHash(issuer, "maria"), new Date(now() + 60_000).toISOString()];
    const patient = await db.selectFrom("patients").select("id").executeTakeFirstOrThrow();
    await db.insertInto("hand_overs").values({
      code_hash: hashOf(newSecret()),
      patient_id: patient.id,
      origin: CLINIC_SITE,
      code_challenge: "",
      key_thumbprint: "",
      expires_at: later,
      device_id: null,
      identity_hash: hash,
    }).execute();
    const waiting = { token_hash: "t", identity_hash: hash, browser_hash: "b", expires_at: later };
    await db.insertInto("waiting_identities").values(waiting).execute();
    await db.updateTable("challenges").set({ identity_hash: hash, ended_at: null }).execute();
    assert.equal(await logout(await token({ sub: "maria" })), 200);
    assert.deepEqual(await db.selectFrom("hand_overs").selectAll().execute(), []);
    assert.deepEqual(await db.selectFrom("waiting_identities").selectAll().execute(), []);
    const open = await db.selectFrom("challenges").selectAll().where("ended_at", "is", null).execute();
    assert.deepEqual(open, []);
  }));

Deno.test("a logout token is good once", () =>
  scene(async ({ portal, session, token, logout }) => {
    const first = await session("maria");
    const used = await token({ sub: "maria" });
    assert.deepEqual(
      await Promise.all([logout(used), logout(used), logout(used)]).then((all) => all.sort()),
      [
        200,
        400,
        400,
      ],
    );
    assert.equal(await isSessionOpen(portal.tenant, first), false);
    const again = await session("maria");
    for (const seconds of [0, 60, 70]) {
      portal.advance(seconds * 1000);
      assert.equal(await logout(used), 400);
    }
    assert.equal(await isSessionOpen(portal.tenant, again), true);
  }));

Deno.test("forged, foreign and stale logout tokens end nothing", () =>
  scene(async ({ portal, session, token, logout }) => {
    const id = await session("maria");
    const stranger = await generateKeyPair("ES256");
    const sub = "maria";
    const now = Math.floor(portal.tenant.now() / 1000);
    const forgeries = {
      "another's key": await token({ sub }, { pair: stranger }),
      "an ID token": await token({ sub, events: undefined, nonce: "n" }, { header: { typ: "JWT" } }),
      "with a nonce": await token({ sub, nonce: "n" }),
      "without the event": await token({ sub, events: {} }),
      "another event": await token({ sub, events: { "urn:other": {} } }),
      "an event that is none": await token({ sub, events: { [Object.keys(EVENTS)[0]]: "x" } }),
      "no jti": await token({ sub, jti: undefined }),
      "nobody": await token({}),
      "a subject that is no text": await token({ sub: ["maria"] }),
      "another issuer": await token({ sub, iss: "https://evil.example" }),
      "another client": await token({ sub, aud: "another" }),
      "no time": await token({ sub, iat: undefined }),
      "old": await token({ sub, iat: now - 140, exp: now + 300 }),
      "expired": await token({ sub, exp: now - 11 }),
      "of the future": await token({ sub, iat: now + 60, exp: now + 300 }),
      "another type": await token({ sub }, { header: { typ: "at+jwt" } }),
      "nothing": "",
      "no token": "a.b.c",
    };
    for (const [name, forged] of Object.entries(forgeries)) assert.equal(await logout(forged), 400, name);
    assert.equal(await isSessionOpen(portal.tenant, id), true);
    assert.equal(await logout(await token({ sub })), 200);
  }));

Deno.test("a provider tells of any number; of tokens that are not right one address sends sixty in five minutes", () =>
  scene(async ({ portal, session, token, logout }) => {
    for (let i = 0; i < 70; i++) assert.equal(await logout(await token({ sub: `person ${i}` })), 200);
    for (let i = 0; i < 60; i++) assert.equal(await logout("a.b.c"), 400);
    const id = await session("maria");
    const right = await token({ sub: "maria" });
    assert.equal(await logout("a.b.c"), 429);
    assert.equal(await logout(right), 429);
    assert.equal(await isSessionOpen(portal.tenant, id), true);
    portal.advance(5 * 60_000);
    assert.equal(await logout(await token({ sub: "maria" })), 200);
    assert.equal(await isSessionOpen(portal.tenant, id), false);
  }));

Deno.test("another clinic's logout token ends nothing here, where the clients differ", () =>
  scene(async ({ portal, session, token, logout }) => {
    const id = await session("maria");
    assert.equal(await logout(await token({ sub: "maria", aud: `${CLIENT_ID}-2` })), 400);
    assert.equal(await isSessionOpen(portal.tenant, id), true);
  }));

Deno.test("a browser signs out at the provider too, and comes back to the clinic's page", () =>
  scene(async ({ portal, provider, session }) => {
    await session("maria");
    const tenant = (await portal.clinics.find(portal.tenant.clinic.key))!;
    const providers = createProviders({ now: tenant.now });
    const hash = identityHash(provider.issuer, "maria");
    const url = new URL((await logoutUrl(tenant, { providers, identityHash: hash, origin: CLINIC_SITE }))!);
    assert.equal(url.origin + url.pathname, `${provider.issuer}/end`);
    assert.deepEqual(Object.fromEntries(url.searchParams), {
      client_id: CLIENT_ID,
      post_logout_redirect_uri: CLINIC_SITE,
    });
    const facts = { providers, origin: CLINIC_SITE };
    assert.equal(await logoutUrl(tenant, { ...facts, identityHash: null }), null);
    assert.equal(await logoutUrl(tenant, { ...facts, identityHash: identityHash("x", "y") }), null);
    delete provider.metadata.end_session_endpoint;
    const without = await setProvider(portal, provider.issuer);
    assert.equal(await logoutUrl(without, { ...facts, identityHash: hash }), null);
    provider.instead.set(
      "/.well-known/openid-configuration",
      (_, response) => void response.writeHead(500).end(),
    );
    const broken = await setProvider(portal, provider.issuer);
    assert.equal(await logoutUrl(broken, { ...facts, identityHash: hash }), null);
    const other = await setProvider(portal, "https://another.example");
    assert.equal(await logoutUrl(other, { ...facts, identityHash: hash }), null);
  }));
