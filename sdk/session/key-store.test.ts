/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { browserKeyStore } from "./key-store.ts";
import { createKeyPair } from "./proof.ts";

Deno.test("where the browser refuses its database, a session lives as long as the page", async () => {
  const store = browserKeyStore();
  const tokens = { accessToken: "a", refreshToken: "r", expiresIn: 300, endsAt: "", idle: 1800 };
  const session = { keyPair: await createKeyPair(), tokens, keptAt: 0, endsAt: 0 };
  await store.save("pk_x", session);
  assert.equal(await store.load("pk_x"), session);
  await store.clear("pk_x");
  assert.equal(await store.load("pk_x"), null);
});

Deno.test("the private key cannot be taken out", async () => {
  const { privateKey } = await createKeyPair();
  await assert.rejects(crypto.subtle.exportKey("jwk", privateKey));
});
