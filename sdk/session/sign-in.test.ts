/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { createWorld, ENDPOINT, KEY, lastingKeyStore, SITE } from "./portal.testing.ts";

const facts = (url: string) => Object.fromEntries(new URLSearchParams(new URL(url).hash.slice(1)));

Deno.test("only the answer to this very sign-in is traded, and only once", async () => {
  using world = createWorld();
  const { tuo: { session } } = world.open();
  const signIn = await session.beginSignIn({ origin: SITE });
  const other = await session.beginSignIn({ origin: SITE });
  const message = { type: "tuo-hand-over", ...world.signInPage(signIn.url) };
  const wrong = [
    null,
    "tuo-hand-over",
    { ...message, state: facts(other.url).state },
    { ...message, state: undefined },
    { ...message, type: "tuo-errand-done" },
    { ...message, code: 7 },
  ];
  for (const attempt of wrong) assert.equal(await signIn.accept(attempt), false);
  assert.deepEqual(world.seen, []);
  assert.deepEqual(await Promise.all([signIn.accept(message), signIn.accept(message)]), [true, false]);
  assert.equal(await signIn.accept(message), false);
  assert.deepEqual(world.seen, ["POST /v1/auth/token"]);
  assert.equal(session.status, "signed-in");
});

Deno.test("a code of another sign-in, under the right state, leaves nobody signed in", async () => {
  using world = createWorld();
  const { tuo: { session } } = world.open();
  const [mine, foreign] = [
    await session.beginSignIn({ origin: SITE }),
    await session.beginSignIn({ origin: SITE }),
  ];
  const { code } = world.signInPage(foreign.url);
  const { state } = facts(mine.url);
  await assert.rejects(mine.accept({ type: "tuo-hand-over", code, state }), {
    code: "auth.handover-invalid",
  });
  assert.equal(session.status, "signed-out");
  assert.equal(await world.store.load(KEY), null);
});

Deno.test("a trade that is aborted throws the signal's reason and leaves nothing", async () => {
  using world = createWorld();
  const { tuo: { session } } = world.open();
  const stop = new AbortController();
  const { url, accept } = await session.beginSignIn({ origin: SITE });
  world.before = () => stop.abort("enough");
  const message = { type: "tuo-hand-over", ...world.signInPage(url) };
  await assert.rejects(accept(message, { signal: stop.signal }), (reason) => reason === "enough");
  assert.equal(await world.store.load(KEY), null);
  assert.equal(session.status, "signed-out");
  await assert.rejects(session.beginSignIn({ origin: SITE, signal: stop.signal }), (r) => r === "enough");
});

Deno.test("another patient's sign-in over a session empties the screens first", async () => {
  using world = createWorld();
  const { tuo } = world.open();
  await world.signIn(tuo);
  const changes: string[] = [];
  tuo.session.subscribe((status) => changes.push(status));
  await world.signIn(tuo);
  assert.deepEqual(changes, ["signed-out", "signed-in"]);
});

Deno.test("this browser stays known: newest first, at most five, none twice, sign-out or not", async () => {
  using world = createWorld();
  const { tuo } = world.open();
  world.device.push("a", "b", "c", "d", "e", "b", "f");
  for (let patient = 0; patient < 7; patient++) {
    await world.signIn(tuo);
    await tuo.session.signOut();
  }
  assert.deepEqual(await world.store.load(KEY, "devices"), ["f", "b", "e", "d", "c"]);
  const { url } = await tuo.session.beginSignIn({ origin: SITE });
  assert.equal(facts(url).devices, "f,b,e,d,c");
});

Deno.test("a window is opened within the click, and signs in by its own message alone", async () => {
  using world = createWorld();
  const { tuo: { session }, page } = world.open();
  const done = session.signInWithPopup();
  const [popup] = page.popups;
  assert.equal(popup.url, "about:blank");
  await world.settle();
  const asked = facts(popup.url);
  assert.deepEqual([asked.mode, asked.origin], ["popup", SITE]);
  const data = { type: "tuo-hand-over", ...world.signInPage(popup.url) };
  page.dispatch("message", { data, origin: "https://evil.example", source: popup });
  page.dispatch("message", { data, origin: ENDPOINT, source: page });
  page.dispatch("message", { data: { ...data, state: "x" }, origin: ENDPOINT, source: popup });
  await world.settle();
  assert.deepEqual(world.seen, []);
  page.dispatch("message", { data, origin: ENDPOINT, source: popup });
  await done;
  assert.deepEqual([session.status, popup.closed], ["signed-in", true]);
  page.dispatch("message", { data, origin: ENDPOINT, source: popup });
  assert.deepEqual(world.seen, ["POST /v1/auth/token"]);
});

Deno.test("a window blocked, closed, given up or without a page says which", async () => {
  using world = createWorld();
  const { tuo: { session }, page } = world.open();
  page.blocks = true;
  await assert.rejects(session.signInWithPopup(), { code: "sign-in.blocked" });
  page.blocks = false;
  const closed = assert.rejects(session.signInWithPopup(), { code: "sign-in.cancelled" });
  await world.settle();
  page.popups[0].close();
  world.advance(500);
  world.advance(500);
  await closed;
  const stop = new AbortController();
  const aborted = assert.rejects(session.signInWithPopup(stop), (reason) => reason === "enough");
  await world.settle();
  stop.abort("enough");
  await aborted;
  assert.equal(page.popups[1].closed, true);
  await assert.rejects(session.signInWithPopup({ signal: AbortSignal.abort("early") }), (r) => r === "early");
  assert.equal(page.popups.length, 2);
});

Deno.test("a message that was on its way when its window closed still counts", async () => {
  using world = createWorld();
  const { tuo: { session }, page } = world.open();
  const done = session.signInWithPopup();
  await world.settle();
  const [popup] = page.popups;
  popup.close();
  world.advance(500);
  const data = { type: "tuo-hand-over", ...world.signInPage(popup.url) };
  page.dispatch("message", { data, origin: ENDPOINT, source: popup });
  await done;
  assert.equal(session.status, "signed-in");
});

Deno.test("a window that closes itself behind its message has not cancelled, however slow the portal is", async () => {
  using world = createWorld();
  const { tuo: { session }, page } = world.open();
  const done = session.signInWithPopup();
  await world.settle();
  const [popup] = page.popups;
  let answer = () => {};
  world.before = () => new Promise<void>((resolve) => answer = resolve);
  const data = { type: "tuo-hand-over", ...world.signInPage(popup.url) };
  page.dispatch("message", { data, origin: ENDPOINT, source: popup });
  popup.close();
  for (let second = 0; second < 10; second++) world.advance(1000);
  await world.settle();
  answer();
  await done;
  assert.equal(session.status, "signed-in");
});

Deno.test("who chooses the clinic's provider in the window goes there with the whole page", async () => {
  using world = createWorld();
  world.store = lastingKeyStore();
  const { tuo: { session }, page } = world.open();
  let settled = false;
  session.signInWithPopup().finally(() => settled = true);
  await world.settle();
  const [popup] = page.popups;
  const data = { type: "tuo-redirect", state: facts(popup.url).state, provider: "oidc" };
  page.dispatch("message", { data: { ...data, state: "x" }, origin: ENDPOINT, source: popup });
  page.dispatch("message", { data, origin: ENDPOINT, source: popup });
  popup.close();
  for (let second = 0; second < 3; second++) world.advance(1000);
  await world.settle();
  assert.deepEqual([page.went.length, settled], [1, false]);
  assert.equal(facts(page.went[0]).provider, "oidc");
});

Deno.test("a sign-in by redirect ends on the page it comes back to, its answer gone before any request", async () => {
  using world = createWorld();
  world.store = lastingKeyStore();
  const before = world.open(`${SITE}/dossier?a=1#referti&riga=2`);
  await before.tuo.session.signInWithRedirect({ provider: "oidc" });
  const asked = facts(before.page.went[0]);
  assert.deepEqual(
    [asked.mode, asked.provider, asked.return],
    ["redirect", "oidc", `${SITE}/dossier?a=1#referti&riga=2`],
  );
  const { code, state } = world.signInPage(before.page.went[0]);
  const back = `${asked.return}&tuo_code=${code}&tuo_state=${state}`;
  let shownAtFirst = "";
  world.before = () => void (shownAtFirst ||= after.page.location.href);
  const after = world.open(back);
  assert.equal(after.page.location.href, asked.return);
  await after.tuo.session.ready;
  assert.equal(shownAtFirst, asked.return);
  assert.deepEqual([after.tuo.session.status, after.tuo.session.returned], ["signed-in", {
    from: "sign-in",
    error: null,
  }]);
});

Deno.test("of one redirect's answer opened in many tabs one is traded", async () => {
  using world = createWorld();
  world.store = lastingKeyStore();
  const { tuo, page } = world.open();
  await tuo.session.signInWithRedirect();
  const { code, state } = world.signInPage(page.went[0]);
  const tabs = Array.from({ length: 5 }, () => world.open(`${SITE}/#tuo_code=${code}&tuo_state=${state}`));
  await Promise.all(tabs.map(({ tuo }) => tuo.session.ready));
  assert.deepEqual(world.seen, ["POST /v1/auth/token"]);
  assert.equal(tabs.filter(({ tuo }) => tuo.session.returned).length, 1);
  for (const { tuo, page } of tabs) {
    assert.deepEqual([tuo.session.status, page.location.href], ["signed-in", `${SITE}/`]);
  }
});

Deno.test("an answer nobody asked for is taken away and asks nothing of the portal", async () => {
  using world = createWorld();
  world.store = lastingKeyStore();
  const { tuo, page } = world.open();
  await tuo.session.signInWithRedirect();
  const { code, state } = world.signInPage(page.went[0]);
  for (
    const fragment of [`tuo_code=${code}&tuo_state=foreign`, `tuo_code=${code}`, "tuo_done=x", "tuo_error=x"]
  ) {
    const stranger = world.open(`${SITE}/#tab&${fragment}`);
    await stranger.tuo.session.ready;
    assert.equal(stranger.page.location.href, `${SITE}/#tab`);
    assert.deepEqual([stranger.tuo.session.status, stranger.tuo.session.returned], ["signed-out", null]);
  }
  assert.deepEqual(world.seen, []);
  const own = world.open(`${SITE}/#tuo_code=${code}&tuo_state=${state}`);
  await own.tuo.session.ready;
  assert.equal(own.tuo.session.status, "signed-in");
});

Deno.test("a redirect that ended badly says why, and can be begun again", async () => {
  using world = createWorld();
  world.store = lastingKeyStore();
  const { tuo, page } = world.open();
  await tuo.session.signInWithRedirect();
  const back = world.open(`${SITE}/#tuo_error=sign-in.cancelled&tuo_state=${facts(page.went[0]).state}`);
  await back.tuo.session.ready;
  assert.equal(back.tuo.session.returned?.error?.code, "sign-in.cancelled");
  assert.equal(await world.store.load(KEY, "pending"), null);

  await back.tuo.session.signInWithRedirect();
  world.online = false;
  const { code, state } = world.signInPage(back.page.went[0]);
  const offline = world.open(`${SITE}/#tuo_code=${code}&tuo_state=${state}`);
  await offline.tuo.session.ready;
  assert.deepEqual(
    [offline.tuo.session.status, offline.tuo.session.returned?.error?.code],
    ["signed-out", "network.lost"],
  );
});

Deno.test("no redirect is begun that could not be ended", async () => {
  using world = createWorld();
  const { tuo: { session }, page } = world.open();
  await assert.rejects(session.signInWithRedirect(), { code: "sign-in.no-storage" });
  assert.equal(await world.store.load(KEY, "pending"), null);
  await assert.rejects(session.signInWithRedirect({ returnTo: "https://evil.example/" }), TypeError);
  world.store = lastingKeyStore();
  const lasting = world.open();
  const stop = new AbortController();
  const begun = lasting.tuo.session.signInWithRedirect(stop);
  stop.abort("enough");
  await assert.rejects(begun, (reason) => reason === "enough");
  assert.equal(await world.store.load(KEY, "pending"), null);
  assert.deepEqual([page.went, lasting.page.went], [[], []]);
});
