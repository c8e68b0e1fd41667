/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { browserKeyStore } from "./key-store.ts";
import { createKeyPair } from "./hand-over.ts";

Deno.test("where the browser refuses its database, a session lives as long as the page", async () => {
  const store = browserKeyStore();
  const tokens = { accessToken: "a", refreshToken: "r", expiresIn: 300, endsAt: "", idle: 1800 };
  const session = { keyPair: await createKeyPair(), tokens, keptAt: 0, endsAt: 0 };
  assert.equal(await store.save("pk_x", session), false);
  assert.equal(await store.load("pk_x"), session);
  await store.clear("pk_x");
  assert.equal(await store.load("pk_x"), null);
});

Deno.test("the private key cannot be taken out", async () => {
  const { privateKey } = await createKeyPair();
  await assert.rejects(crypto.subtle.exportKey("jwk", privateKey));
});

/** A database that keeps, until it is full. */
function database() {
  const kept = new Map<string, unknown>();
  const world = { kept, full: false };
  const later = (target: Record<string, unknown>, name: string) =>
    queueMicrotask(() => (target[name] as (() => void) | undefined)?.());
  const open = () => {
    const transaction: Record<string, unknown> = { error: new DOMException("", "QuotaExceededError") };
    const write = (act: () => unknown) => {
      later(transaction, world.full ? "onabort" : "oncomplete");
      return { result: world.full ? undefined : act() };
    };
    const all = {
      get: (name: string) => (later(transaction, "oncomplete"), { result: kept.get(name) }),
      put: (value: unknown, name: string) => write(() => kept.set(name, value)),
      delete: (name: string) => write(() => kept.delete(name)),
    };
    transaction.objectStore = () => all;
    const opening: Record<string, unknown> = { result: { transaction: () => transaction, close: () => {} } };
    later(opening, "onsuccess");
    return opening;
  };
  return Object.assign(world, withDatabase({ open }));
}

function withDatabase(indexedDB: { open: () => unknown }) {
  Object.assign(globalThis, { indexedDB });
  return { [Symbol.dispose]: () => void Object.assign(globalThis, { indexedDB: undefined }) };
}

Deno.test("each thing that is kept is forgotten by itself", async () => {
  using world = database();
  const store = browserKeyStore();
  assert.equal(await store.save("pk_x", ["known"], "devices"), true);
  assert.equal(await store.save("pk_x", { from: "sign-in", state: "s" }, "pending"), true);
  await store.clear("pk_x", "pending");
  await store.clear("pk_x");
  assert.deepEqual([...world.kept.keys()], ["pk_x devices"]);
  assert.deepEqual(await browserKeyStore().load("pk_x", "devices"), ["known"]);
});

Deno.test("a database that is full does not bring back what it held before", async () => {
  using world = database();
  const store = browserKeyStore();
  await store.save("pk_x", ["old"], "devices");
  world.full = true;
  assert.equal(await store.save("pk_x", ["new"], "devices"), false);
  assert.deepEqual(await store.load("pk_x", "devices"), ["new"]);
  world.full = false;
  assert.equal(await store.save("pk_x", ["newer"], "devices"), true);
  assert.deepEqual([await store.load("pk_x", "devices"), world.kept.get("pk_x devices")], [["newer"], [
    "newer",
  ]]);
});

Deno.test("a database that throws when it is opened is no database", async () => {
  const open = () => {
    throw new DOMException("", "SecurityError");
  };
  using _world = withDatabase({ open });
  const store = browserKeyStore();
  assert.equal(await store.save("pk_x", ["a"], "devices"), false);
  assert.deepEqual(await store.load("pk_x", "devices"), ["a"]);
  await store.clear("pk_x", "devices");
  assert.equal(await store.load("pk_x", "devices"), null);
});
