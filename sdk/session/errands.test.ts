/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { createWorld, lastingKeyStore, SITE } from "./portal.testing.ts";

const facts = (url: string) => Object.fromEntries(new URLSearchParams(new URL(url).hash.slice(1)));

Deno.test("an errand ends by its own message alone, and the session stays", async () => {
  using world = createWorld();
  const { tuo } = world.open();
  await world.signIn(tuo);
  const [errand, other] = [
    await tuo.session.beginErrand("password", { origin: SITE }),
    await tuo.session.beginErrand("step-up", { origin: SITE }),
  ];
  const { state, act, origin } = facts(errand.url);
  assert.deepEqual([act, origin], ["password", SITE]);
  assert.equal(errand.accept({ type: "tuo-errand-done", state: facts(other.url).state }), null);
  assert.equal(errand.accept({ type: "tuo-hand-over", code: "x", state }), null);
  assert.equal(errand.accept({ type: "tuo-errand-done" }), null);
  assert.equal(errand.accept(null), null);
  assert.equal(errand.accept({ type: "tuo-errand-cancelled", state }), "cancelled");
  assert.equal(errand.accept({ type: "tuo-errand-done", state }), "done");
  assert.equal(tuo.session.status, "signed-in");
});

Deno.test("an errand by redirect tells the page it comes back to how it ended, once", async () => {
  using world = createWorld();
  world.store = lastingKeyStore();
  const { tuo, page } = world.open();
  await world.signIn(tuo);
  await tuo.session.errandWithRedirect("email", { returnTo: "/profilo" });
  const asked = facts(page.went[0]);
  assert.deepEqual([asked.mode, asked.return], ["redirect", `${SITE}/profilo`]);
  const ended = async () => {
    const { tuo } = world.open(`${SITE}/profilo#tuo_done=${asked.state}`);
    await tuo.session.ready;
    return [tuo.session.status, tuo.session.returned];
  };
  assert.deepEqual(await ended(), ["signed-in", { from: "email", error: null }]);
  assert.deepEqual(await ended(), ["signed-in", null]);
});

Deno.test("nobody begins an errand signed out, or with a signal that was given up", async () => {
  using world = createWorld();
  const { tuo } = world.open();
  await assert.rejects(tuo.session.beginErrand("phone", { origin: SITE }), { code: "auth.signed-out" });
  await world.signIn(tuo);
  const gone = { origin: SITE, signal: AbortSignal.abort("enough") };
  await assert.rejects(tuo.session.beginErrand("phone", gone), (reason) => reason === "enough");
  assert.equal(tuo.session.status, "signed-in");
});
