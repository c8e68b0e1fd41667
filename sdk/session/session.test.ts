/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import type { Tokens } from "../contract/auth.ts";
import { TuoError } from "../problem.ts";
import { memoryKeyStore } from "./key-store.ts";
import { createKeyPair } from "./hand-over.ts";
import { createSession } from "./session.ts";
import type { ApiRequest, Proven } from "./transport.ts";

const KEY = "pk_x";
const signedOut = new TuoError({
  code: "auth.signed-out",
  message: "over",
  body: { type: "", code: "auth.signed-out", title: "", status: 401, instance: "" },
});

/** Browsers deliver later and to other pages; here at once, so that no test depends on time. */
class Channel extends EventTarget {
  static readonly open = new Set<Channel>();
  constructor(readonly name: string) {
    super();
    Channel.open.add(this);
  }
  postMessage(data: unknown): void {
    for (const other of Channel.open) {
      if (other === this || other.name !== this.name) continue;
      other.dispatchEvent(Object.assign(new Event("message"), { data }));
    }
  }
}

/** Tabs on one key store, before a server that knows one pair of tokens at a time. */
async function tabs() {
  const browsers = globalThis.BroadcastChannel;
  Object.assign(globalThis, { BroadcastChannel: Channel });
  Channel.open.clear();
  const store = memoryKeyStore();
  const numbered = (n: number): Tokens => ({
    accessToken: `access ${n}`,
    refreshToken: `refresh ${n}`,
    expiresIn: 300,
    endsAt: "2026-01-15T17:00:00.000Z",
    idle: 1800,
  });
  const endsAt = Date.parse(numbered(0).endsAt);
  await store.save(KEY, { keyPair: await createKeyPair(), tokens: numbered(0), keptAt: 0, endsAt });
  let [current, expired] = [0, false];
  /** Every request that reached the server: its path and the token it bore. */
  const seen: string[] = [];
  let onRenewal: () => Promise<unknown> = () => Promise.resolve();
  const answer = async ({ path, body }: ApiRequest, proven?: Proven): Promise<Response> => {
    seen.push(`${path} ${proven?.accessToken ?? ""}`.trim());
    if (path === "/v1/auth/token") {
      if ((body as { refreshToken: string }).refreshToken !== `refresh ${current}`) throw signedOut;
      await onRenewal();
      expired = false;
      return Response.json(numbered(++current));
    }
    const stands = !expired && proven?.accessToken === `access ${current}`;
    if (path !== "/v1/auth/sign-out" && !stands) throw signedOut;
    return new Response(null, { status: 204 });
  };
  const transport = Object.assign(answer, { clockOffset: () => 0 });
  const facts = { endpoint: "https://portal.example", key: KEY, transport, store, page: null, now: () => 0 };
  return {
    store,
    seen,
    open: () => createSession(facts),
    /** The access token of now is refused until it is renewed. */
    expire: () => void (expired = true),
    during: (act: () => Promise<unknown>) => void (onRenewal = act),
    [Symbol.dispose]: () => void Object.assign(globalThis, { BroadcastChannel: browsers }),
  };
}
const profile = { method: "GET", path: "/v1/profile" };

Deno.test("a renewal in one tab is known to the others before their next request", async () => {
  using world = await tabs();
  const [one, other] = [world.open(), world.open()];
  await one.send(profile);
  await other.send(profile);
  world.expire();
  await other.send(profile);
  world.seen.length = 0;
  await one.send(profile);
  assert.deepEqual(world.seen, ["/v1/profile access 1"]);
});

Deno.test("sign-out bears the tokens of the store, not those a page remembers", async () => {
  using world = await tabs();
  const one = world.open();
  await one.send(profile);
  Channel.open.clear();
  world.expire();
  await world.open().send(profile);
  world.seen.length = 0;
  await one.signOut();
  assert.deepEqual(world.seen, ["/v1/auth/sign-out access 1"]);
  assert.equal(await world.store.load(KEY), null);
});

Deno.test("a sign-out in the middle of a renewal leaves no tokens behind", async () => {
  using world = await tabs();
  const [one, other] = [world.open(), world.open()];
  await one.send(profile);
  world.during(() => one.signOut());
  world.expire();
  await assert.rejects(other.send(profile), { code: "auth.signed-out" });
  assert.equal(await world.store.load(KEY), null);
  assert.deepEqual([one.status, other.status], ["signed-out", "signed-out"]);
});
