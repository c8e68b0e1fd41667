/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { createWorld, KEY } from "./portal.testing.ts";

const MINUTE = 60_000;
const activity = "POST /v1/auth/activity";

for (const days of [0, 1, -1]) {
  Deno.test(`a timeout is announced 120 s before, on a clock ${days} days ahead too, and extended`, async () => {
    using world = createWorld();
    world.deviceAhead = days * 24 * 60 * MINUTE;
    const { tuo } = world.open();
    const { session } = tuo;
    await world.signIn(tuo);
    let told = 0;
    session.subscribe(() => told++);
    for (let minute = 0; minute < 28; minute++) world.advance(minute < 27 ? MINUTE : MINUTE - 1);
    assert.equal(session.expiring, null);
    world.advance(1);
    assert.deepEqual(session.expiring, { at: world.now() + 2 * MINUTE, extendable: true });
    assert.equal(told, 1);
    await session.extend();
    assert.deepEqual([session.expiring, told], [null, 2]);
    assert.equal(world.seen.at(-1), activity);
  });
}

Deno.test("an idle session ends by itself, in all tabs, and asks nobody", async () => {
  using world = createWorld();
  const [one, other] = [world.open(), world.open()];
  await world.signIn(one.tuo);
  await world.settle();
  world.seen.length = 0;
  for (let minute = 0; minute < 30; minute++) world.advance(MINUTE);
  await world.settle();
  assert.deepEqual([one.tuo.session.status, other.tuo.session.status], ["signed-out", "signed-out"]);
  assert.deepEqual([await world.store.load(KEY), one.tuo.session.expiring, world.seen], [null, null, []]);
});

Deno.test("a laptop that slept an hour shows at its first look that the session is over", async () => {
  for (const event of ["visibilitychange", "pageshow", "focus"]) {
    using world = createWorld();
    const { tuo, page } = world.open();
    await world.signIn(tuo);
    world.seen.length = 0;
    world.time += 60 * MINUTE;
    page.dispatch(event);
    await world.settle();
    assert.deepEqual([tuo.session.status, world.seen], ["signed-out", []]);
  }
});

Deno.test("a page opened after the session's time is signed out at once", async () => {
  using world = createWorld();
  await world.signIn(world.open().tuo);
  world.time += 36 * MINUTE;
  const { tuo } = world.open();
  await tuo.session.ready;
  assert.equal(tuo.session.status, "signed-out");
  assert.deepEqual(world.seen, ["POST /v1/auth/token"]);
});

Deno.test("who does something on the page without requests stays, at one request a minute at most", async () => {
  using world = createWorld();
  const { tuo } = world.open();
  await world.signIn(tuo);
  world.seen.length = 0;
  for (let second = 0; second < 40 * 60; second += 20) {
    world.advance(20_000);
    for (let moves = 0; moves < 9; moves++) tuo.session.active();
    if (second % 60 === 0) await world.settle();
  }
  await world.settle();
  assert.equal(tuo.session.status, "signed-in");
  const asked = world.seen.filter((request) => request === activity).length;
  assert.ok(asked >= 20 && asked <= 40, `${asked} requests in 40 minutes`);
});

Deno.test("off line, activity is not asked for again and again", async () => {
  using world = createWorld();
  const { tuo } = world.open();
  await world.signIn(tuo);
  world.advance(2 * MINUTE);
  let tries = 0;
  world.before = () => {
    tries++;
    throw new TypeError("no network");
  };
  for (let moves = 0; moves < 100; moves++) tuo.session.active();
  await world.settle();
  assert.deepEqual([tries, tuo.session.status], [1, "signed-in"]);
});

Deno.test("activity in one tab counts for the others", async () => {
  using world = createWorld();
  const [one, other] = [world.open(), world.open()];
  await world.signIn(one.tuo);
  for (let minute = 0; minute < 29; minute++) world.advance(MINUTE);
  await world.settle();
  assert.notEqual(other.tuo.session.expiring, null);
  await one.tuo.session.extend();
  await world.settle();
  assert.equal(other.tuo.session.expiring, null);
  for (let minute = 0; minute < 20; minute++) world.advance(MINUTE);
  assert.equal(other.tuo.session.status, "signed-in");
});

Deno.test("a tab that was frozen does not end what another tab carried on", async () => {
  using world = createWorld();
  const frozen = world.open();
  await world.signIn(frozen.tuo);
  const channels = Object.getOwnPropertyDescriptor(globalThis, "BroadcastChannel")!;
  Object.assign(globalThis, { BroadcastChannel: undefined });
  const active = world.open();
  Object.defineProperty(globalThis, "BroadcastChannel", channels);
  await active.tuo.session.ready;
  world.time += 25 * MINUTE;
  world.expire();
  await active.tuo.profile.get();
  world.time += 20 * MINUTE;
  frozen.page.dispatch("visibilitychange");
  await world.settle();
  assert.equal(frozen.tuo.session.status, "signed-in");
  world.time += 20 * MINUTE;
  frozen.page.dispatch("visibilitychange");
  await world.settle();
  assert.equal(frozen.tuo.session.status, "signed-out");
});

Deno.test("the eight hours end whatever is done, and their end cannot be put off", async () => {
  using world = createWorld();
  const { tuo } = world.open();
  await world.signIn(tuo);
  for (let minute = 0; minute < 8 * 60 - 1; minute += 5) {
    world.advance(5 * MINUTE - (minute === 0 ? MINUTE : 0));
    await tuo.profile.get();
  }
  assert.equal(tuo.session.expiring?.extendable, false);
  world.advance(MINUTE);
  await world.settle();
  assert.equal(tuo.session.status, "signed-out");
});
