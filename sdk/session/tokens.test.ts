/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { createWorld, KEY } from "./portal.testing.ts";

const DAY = 86_400_000;

Deno.test("two tabs whose token is refused twenty times at once renew it once", async () => {
  using world = createWorld();
  const [one, other] = [world.open(), world.open()];
  await world.signIn(one.tuo);
  await world.settle();
  world.expire();
  world.seen.length = 0;
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => (index % 2 ? one : other).tuo.profile.get()),
  );
  assert.equal(world.seen.filter((request) => request === "POST /v1/auth/token").length, 1);
  assert.deepEqual([one.tuo.session.status, other.tuo.session.status], ["signed-in", "signed-in"]);
});

Deno.test("a call that is aborted while the token is renewed throws at once; the renewal is not lost", async () => {
  using world = createWorld();
  const { tuo } = world.open();
  await world.signIn(tuo);
  const before = await world.store.load(KEY);
  world.expire();
  const stop = new AbortController();
  let go = () => {};
  world.before = (path) => {
    if (path !== "/v1/auth/token") return;
    stop.abort("enough");
    return new Promise<void>((resolve) => go = resolve);
  };
  await assert.rejects(tuo.profile.get({ signal: stop.signal }), (reason) => reason === "enough");
  go();
  world.before = () => {};
  await tuo.profile.get();
  assert.notEqual((await world.store.load(KEY))?.tokens.refreshToken, before?.tokens.refreshToken);
  assert.equal(tuo.session.status, "signed-in");
});

Deno.test("a device whose clock is a day off signs in, works and comes back after a reload", async () => {
  for (const ahead of [DAY, -DAY]) {
    using world = createWorld();
    world.deviceAhead = ahead;
    const { tuo } = world.open();
    await world.signIn(tuo);
    await tuo.profile.get();
    const reloaded = world.open();
    await reloaded.tuo.profile.get();
    assert.equal(reloaded.tuo.session.status, "signed-in");
  }
});

Deno.test("sign-out off line leaves neither key nor tokens, in any tab", async () => {
  using world = createWorld();
  world.device.push("known");
  const [one, other] = [world.open(), world.open()];
  await world.signIn(one.tuo);
  world.online = false;
  assert.deepEqual(await one.tuo.session.signOut(), { logoutUrl: null });
  assert.deepEqual([await world.store.load(KEY), await world.store.load(KEY, "pending")], [null, null]);
  assert.deepEqual(await world.store.load(KEY, "devices"), ["known"]);
  assert.deepEqual([one.tuo.session.status, other.tuo.session.status], ["signed-out", "signed-out"]);
});

Deno.test("sign-out tells the provider's page; given up before, it changes nothing", async () => {
  using world = createWorld();
  const { tuo } = world.open();
  await world.signIn(tuo);
  await assert.rejects(tuo.session.signOut({ signal: AbortSignal.abort("enough") }), (r) => r === "enough");
  assert.equal(tuo.session.status, "signed-in");
  world.logoutUrl = "https://provider.example/logout";
  assert.deepEqual(await tuo.session.signOut(), { logoutUrl: "https://provider.example/logout" });
});

Deno.test("ending another session leaves this one; ending this one signs out", async () => {
  using world = createWorld();
  const { tuo } = world.open();
  await world.signIn(tuo);
  assert.equal((await tuo.session.list()).sessions.length, 2);
  await tuo.session.end("other");
  assert.deepEqual([world.seen.at(-1), tuo.session.status], ["DELETE /v1/auth/sessions/other", "signed-in"]);
  await tuo.session.end("mine");
  assert.deepEqual([world.seen.at(-1), tuo.session.status], ["POST /v1/auth/sign-out", "signed-out"]);
});
