import assert from "node:assert/strict";
import {
  createTransport,
  createTuoDossier,
  memoryKeyStore,
  type StoredSession,
  TuoError,
} from "@tuodossier/sdk";
import { CLINIC_SITE, openPortal, PASSWORD, PORTAL, type TestPortal } from "../testing/portal.ts";

const MINUTE = 60_000;
const problem = (code: string) => (error: unknown) => error instanceof TuoError && error.code === code;

/** A signed-in patient whose key and tokens the test can see, as a thief might. */
async function signedIn(portal: TestPortal) {
  const { codiceFiscale, patientId } = await portal.addPatient();
  const tuo = await portal.signIn(codiceFiscale);
  const store = portal.keyStore;
  const stored = async () => (await store.load(portal.tenant.clinic.key))!;
  return { tuo, stored, codiceFiscale, patientId };
}

const transportOf = (portal: TestPortal, origin = CLINIC_SITE) =>
  createTransport({
    endpoint: PORTAL,
    key: portal.tenant.clinic.key,
    fetch: portal.fetchFrom(origin),
    now: portal.tenant.now,
  });

const refresh = (portal: TestPortal, { keyPair, tokens }: StoredSession, origin = CLINIC_SITE) =>
  transportOf(portal, origin)({
    method: "POST",
    path: "/v1/auth/token",
    body: { grantType: "refresh_token", refreshToken: tokens!.refreshToken },
  }, { key: keyPair, accessToken: null });

const renew = async (portal: TestPortal, session: StoredSession): Promise<StoredSession> => ({
  keyPair: session.keyPair,
  tokens: await (await refresh(portal, session)).json(),
});

const signOut = (portal: TestPortal, { keyPair, tokens }: StoredSession, origin = CLINIC_SITE) =>
  transportOf(portal, origin)({ method: "POST", path: "/v1/auth/sign-out" }, {
    key: keyPair,
    accessToken: tokens!.accessToken,
  });

const read = (portal: TestPortal, { keyPair, tokens }: StoredSession, origin = CLINIC_SITE) =>
  transportOf(portal, origin)({ method: "GET", path: "/v1/profile" }, {
    key: keyPair,
    accessToken: tokens!.accessToken,
  });

Deno.test("a token is worth nothing with another key or on another page", async () => {
  await using portal = await openPortal();
  const { stored } = await signedIn(portal);
  const own = await stored();
  const thief = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, [
    "sign",
    "verify",
  ]);
  await assert.rejects(read(portal, { ...own, keyPair: thief }), problem("auth.signed-out"));
  await assert.rejects(read(portal, own, PORTAL), problem("auth.signed-out"));
  assert.equal((await read(portal, own)).status, 200);
});

Deno.test("an access token ends after five minutes, and the SDK renews it unasked", async () => {
  await using portal = await openPortal();
  const { tuo, stored } = await signedIn(portal);
  const before = await stored();
  portal.advance(6 * MINUTE);
  await assert.rejects(read(portal, before), problem("auth.signed-out"));
  await tuo.profile.get();
  assert.notEqual((await stored()).tokens!.accessToken, before.tokens!.accessToken);
});

Deno.test("an old refresh token ends the whole session", async () => {
  await using portal = await openPortal();
  const { tuo, stored } = await signedIn(portal);
  const before = await stored();
  portal.advance(6 * MINUTE);
  await tuo.profile.get();
  portal.advance(11_000);
  await assert.rejects(refresh(portal, before), problem("auth.signed-out"));
  await assert.rejects(tuo.profile.get(), problem("auth.signed-out"));
  assert.equal(tuo.session.status, "signed-out");
});

Deno.test("the same key may repeat a renewal whose answer was lost, within ten seconds", async () => {
  await using portal = await openPortal();
  const { stored } = await signedIn(portal);
  const before = await stored();
  await refresh(portal, before);
  portal.advance(5000);
  assert.equal((await refresh(portal, before)).status, 200);
});

Deno.test("repeating a renewal does not move the ten seconds in which it may be repeated", async () => {
  await using portal = await openPortal();
  const { stored } = await signedIn(portal);
  const before = await stored();
  const renewed = await renew(portal, before);
  for (const seconds of [6, 4]) {
    portal.advance(seconds * 1000);
    assert.equal((await refresh(portal, before)).status, 200);
  }
  portal.advance(1000);
  await assert.rejects(refresh(portal, before), problem("auth.signed-out"));
  await assert.rejects(refresh(portal, renewed), problem("auth.signed-out"));
});

Deno.test("a refresh token two or more rotations old ends the session, even within seconds", async () => {
  await using portal = await openPortal();
  for (const rotations of [2, 5]) {
    const { stored } = await signedIn(portal);
    const first = await stored();
    let last = first;
    for (let i = 0; i < rotations; i++) last = await renew(portal, last);
    assert.equal((await read(portal, last)).status, 200);
    await assert.rejects(refresh(portal, first), problem("auth.signed-out"));
    await assert.rejects(read(portal, last), problem("auth.signed-out"));
    await assert.rejects(refresh(portal, last), problem("auth.signed-out"));
  }
  assert.deepEqual(await portal.tenant.db.selectFrom("used_refresh_tokens").selectAll().execute(), []);
});

Deno.test("sign-out with the tokens of before the last renewal ends the session all the same", async () => {
  await using portal = await openPortal();
  const { stored } = await signedIn(portal);
  const before = await stored();
  const after = await renew(portal, before);
  assert.equal((await signOut(portal, before)).status, 204);
  await assert.rejects(read(portal, after), problem("auth.signed-out"));
  await assert.rejects(refresh(portal, after), problem("auth.signed-out"));
});

Deno.test("nobody signs another out: not with another key, not from another page", async () => {
  await using portal = await openPortal();
  const { stored } = await signedIn(portal);
  const own = await stored();
  const thief = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, [
    "sign",
    "verify",
  ]);
  await signOut(portal, { ...own, keyPair: thief });
  await signOut(portal, own, PORTAL);
  assert.equal((await read(portal, own)).status, 200);
});

Deno.test("sign-out in one tab ends the session that another tab renewed", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const tuo = await portal.signIn(codiceFiscale);
  await tuo.profile.get();
  const options = { endpoint: PORTAL, key: portal.tenant.clinic.key, now: portal.tenant.now };
  const other = createTuoDossier({
    ...options,
    fetch: portal.fetchFrom(CLINIC_SITE),
    keyStore: portal.keyStore,
  });
  portal.advance(6 * MINUTE);
  await other.profile.get();
  await tuo.session.signOut();
  await assert.rejects(other.profile.get(), problem("auth.signed-out"));
  const open = await portal.tenant.db.selectFrom("sessions").select("id").where("ended_at", "is", null)
    .execute();
  assert.deepEqual(open, []);
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

Deno.test("a thief with the refresh token and another key ends the session and gets nothing", async () => {
  await using portal = await openPortal();
  const { stored } = await signedIn(portal);
  const own = await stored();
  const thief = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, [
    "sign",
    "verify",
  ]);
  await assert.rejects(refresh(portal, { ...own, keyPair: thief }), problem("auth.signed-out"));
  await assert.rejects(read(portal, own), problem("auth.signed-out"));
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
  const tuo = createTuoDossier({ ...options, fetch: portal.fetchFrom(CLINIC_SITE) });
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
  await assert.rejects(message.signIn.accept(message.message), problem("auth.handover-invalid"));
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
