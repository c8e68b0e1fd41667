import assert from "node:assert/strict";
import { createTuoDossier } from "@tuodossier/sdk";
import { CLINIC_SITE, openPortal, PORTAL } from "../../testing/portal.ts";
import { problem, read, refresh, renew, signedIn, signOut, strangerKey } from "../stolen.testing.ts";

const MINUTE = 60_000;

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
  const thief = await strangerKey();
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

Deno.test("a thief with the refresh token and another key ends the session and gets nothing", async () => {
  await using portal = await openPortal();
  const { stored } = await signedIn(portal);
  const own = await stored();
  const thief = await strangerKey();
  await assert.rejects(refresh(portal, { ...own, keyPair: thief }), problem("auth.signed-out"));
  await assert.rejects(read(portal, own), problem("auth.signed-out"));
});
