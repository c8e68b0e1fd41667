import assert from "node:assert/strict";
import { readBody } from "./body.ts";
import { Problem } from "./problem.ts";

const url = "http://portal.test/";
const code = (expected: string) => (error: unknown) => error instanceof Problem && error.code === expected;
const post = (body: BodyInit, headers = {}) => new Request(url, { method: "POST", body, headers });

Deno.test("a body is counted as it comes, whatever its sender says of its length", async () => {
  let sent = 0;
  let cancelled = false;
  const endless = new ReadableStream({
    pull: (controller) => void controller.enqueue(new Uint8Array(++sent && 1024)),
    cancel: () => void (cancelled = true),
  });
  await assert.rejects(readBody(post(endless), { limit: 10_000 }), code("request.too-large"));
  assert.ok(sent < 20);
  await Promise.resolve();
  assert.equal(cancelled, true);
  await assert.rejects(readBody(post("x".repeat(11)), { limit: 10 }), code("request.too-large"));
  assert.equal((await readBody(post("x".repeat(10)), { limit: 10 })).length, 10);
});

Deno.test("a body that does not come in time is not waited for", async () => {
  const stalled = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(1)) });
  await assert.rejects(readBody(post(stalled), { limit: 10, patience: 5 }), code("request.timeout"));
});

Deno.test("a request without a body has an empty one", async () => {
  assert.equal((await readBody(new Request(url, { method: "POST" }), { limit: 10 })).length, 0);
});
