import assert from "node:assert/strict";
import { createTransport, createTuoDossier, memoryKeyStore } from "@tuodossier/sdk";
import { createApp } from "../../app.ts";
import { newSecret } from "../../keys/secret.ts";
import { createProofVerifier } from "./proof.ts";
import { CLINIC_SITE, openPortal, PASSWORD, PORTAL } from "../../testing/portal.ts";
import { problem, read, renew, signedIn, strangerKey } from "../stolen.testing.ts";

const MINUTE = 60_000;

Deno.test("a token is worth nothing with another key or on another page", async () => {
  await using portal = await openPortal();
  const { stored } = await signedIn(portal);
  const own = await stored();
  const thief = await strangerKey();
  await assert.rejects(read(portal, { ...own, keyPair: thief }), problem("auth.signed-out"));
  await assert.rejects(read(portal, own, PORTAL), problem("auth.signed-out"));
  assert.equal((await read(portal, own)).status, 200);
});

Deno.test("for nobody's token no proof is verified and none is remembered", async () => {
  await using portal = await openPortal();
  const { stored } = await signedIn(portal);
  const { now, clinic } = portal.tenant;
  let verified = 0;
  const proofs = createProofVerifier(now);
  const app = createApp({
    clinics: portal.clinics,
    proofs: { ...proofs, verify: (request) => (verified++, proofs.verify(request)) },
    baseUrl: PORTAL,
    static: portal.folder,
    now,
    log: () => {},
  });
  const asked = async (accessToken: string) => {
    const response = await app.fetch(
      new Request(`${PORTAL}/t/${clinic.key}/v1/profile`, {
        headers: { Origin: CLINIC_SITE, Authorization: `DPoP ${accessToken}`, DPoP: "a.b.c" },
      }),
    );
    assert.ok(response.headers.get("DPoP-Nonce"), "the way to renew the tokens");
    return [response.status, (await response.json()).code];
  };
  for (let i = 0; i < 50; i++) assert.deepEqual(await asked(newSecret()), [401, "auth.signed-out"]);
  const { tokens } = await stored();
  assert.equal(verified, 0);
  assert.deepEqual(await asked(tokens!.accessToken), [401, "auth.proof-invalid"]);
  assert.equal(verified, 1);
  portal.advance(6 * MINUTE);
  assert.deepEqual(await asked(tokens!.accessToken), [401, "auth.signed-out"]);
  assert.equal(verified, 1);
});

Deno.test("an access token ends after five minutes, and the SDK renews it unasked", async () => {
  await using portal = await openPortal();
  const { tuo, stored } = await signedIn(portal);
  const before = await stored();
  portal.advance(6 * MINUTE);
  await assert.rejects(read(portal, before), problem("auth.signed-out"));
  await tuo.profile.get();
  assert.notEqual((await stored()).tokens.accessToken, before.tokens.accessToken);
});

Deno.test("what is over leaves the tables when something new is added", async () => {
  await using portal = await openPortal();
  const { db } = portal.tenant;
  const { codiceFiscale } = await portal.addPatient();
  const { stored } = await signedIn(portal);
  await renew(portal, await stored());
  await portal.signIn(codiceFiscale);
  const options = { endpoint: PORTAL, key: portal.tenant.clinic.key, now: portal.tenant.now };
  const tuo = createTuoDossier({
    ...options,
    fetch: portal.fetchFrom(CLINIC_SITE),
    keyStore: memoryKeyStore(),
  });
  await portal.handOver(tuo, codiceFiscale, PASSWORD);
  portal.advance(31 * 24 * 60 * MINUTE);
  await renew(portal, await (await signedIn(portal)).stored());
  const tables = ["challenges", "codes", "sessions", "used_refresh_tokens"] as const;
  for (const table of tables) {
    assert.equal((await db.selectFrom(table).selectAll().execute()).length, 1, table);
  }
  assert.deepEqual(await db.selectFrom("hand_overs").selectAll().execute(), []);
});

Deno.test("half an hour without activity ends a session; activity carries it on, but not past eight hours", async () => {
  await using portal = await openPortal();
  const { tuo } = await signedIn(portal);
  for (let minutes = 0; minutes < 8 * 60 - 20; minutes += 20) {
    portal.advance(20 * MINUTE);
    await tuo.profile.get();
  }
  portal.advance(21 * MINUTE);
  await assert.rejects(tuo.profile.get(), problem("auth.signed-out"));
  const again = await portal.signIn((await portal.addPatient()).codiceFiscale);
  portal.advance(31 * MINUTE);
  await assert.rejects(again.profile.get(), problem("auth.signed-out"));
});

Deno.test("the sixth session ends the first", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const sessions = [];
  for (let i = 0; i < 6; i++) {
    portal.advance(20 * MINUTE);
    for (const tuo of sessions) await tuo.profile.get();
    sessions.push(await portal.signIn(codiceFiscale));
  }
  await assert.rejects(sessions[0].profile.get(), problem("auth.signed-out"));
  assert.ok(await sessions[1].profile.get());
});

Deno.test("a hand-over code is good once, for its page, its key and its verifier", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const keyStore = memoryKeyStore();
  const { key } = portal.tenant.clinic;
  const options = { endpoint: PORTAL, key, now: portal.tenant.now, keyStore };
  const fetch = portal.fetchFrom(CLINIC_SITE);
  let body: unknown;
  const overheard: typeof fetch = (input, init) => {
    if (String(input).endsWith("/token")) body = JSON.parse(String(init?.body));
    return fetch(input, init);
  };
  const tuo = createTuoDossier({ ...options, fetch: overheard });
  const message = await portal.handOver(tuo, codiceFiscale, PASSWORD);
  const stranger = createTuoDossier({
    ...options,
    fetch: portal.fetchFrom(CLINIC_SITE),
    keyStore: memoryKeyStore(),
  });
  const other = await stranger.session.beginSignIn({ origin: CLINIC_SITE });
  assert.equal(await other.accept(message.message), false);
  assert.equal(await message.signIn.accept({ ...message.message, state: "x" }), false);
  assert.equal(await message.signIn.accept(message.message), true);
  // The SDK does not trade twice; who has its key and its verifier cannot either.
  assert.equal(await message.signIn.accept(message.message), false);
  const { keyPair } = (await keyStore.load(key))!;
  const again = createTransport({ endpoint: PORTAL, key, now: portal.tenant.now, fetch });
  const request = { method: "POST", path: "/v1/auth/token", body };
  const replay = again(request, { key: keyPair, accessToken: null });
  await assert.rejects(replay, problem("auth.handover-invalid"));
});

Deno.test("a hand-over code is void after a minute", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const options = { endpoint: PORTAL, key: portal.tenant.clinic.key, now: portal.tenant.now };
  const tuo = createTuoDossier({
    ...options,
    fetch: portal.fetchFrom(CLINIC_SITE),
    keyStore: memoryKeyStore(),
  });
  const { signIn, message } = await portal.handOver(tuo, codiceFiscale, PASSWORD);
  portal.advance(61_000);
  await assert.rejects(signIn.accept(message), problem("auth.handover-invalid"));
});
