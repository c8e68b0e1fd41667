import assert from "node:assert/strict";
import { primed } from "./primed.ts";

function source(count: number) {
  const log: string[] = [];
  async function* pieces() {
    try {
      for (let i = 0; i < count; i++) {
        log.push(`piece ${i}`);
        yield i;
      }
    } finally {
      log.push("over");
    }
  }
  return { log, pieces };
}

Deno.test("the first piece is read at once, the others when they are taken", async () => {
  const { log, pieces } = source(3);
  const reader = (await primed(pieces())).getReader();
  assert.deepEqual(log, ["piece 0"]);
  assert.equal((await reader.read()).value, 0);
  assert.deepEqual(log, ["piece 0"]);
  assert.equal((await reader.read()).value, 1);
  assert.equal((await reader.read()).value, 2);
  assert.equal((await reader.read()).done, true);
  assert.equal(log.at(-1), "over");
});

Deno.test("cancelling ends a source nobody has read from", async () => {
  const { log, pieces } = source(3);
  await (await primed(pieces())).cancel();
  assert.deepEqual(log, ["piece 0", "over"]);
});

Deno.test("a signal ends source and stream, read or not", async () => {
  const { log, pieces } = source(3);
  const cut = new AbortController();
  const stream = await primed(pieces(), cut.signal);
  cut.abort(new Error("cut"));
  await assert.rejects(stream.getReader().read(), /cut/);
  assert.deepEqual(log, ["piece 0", "over"]);
  const late = source(3);
  await assert.rejects(primed(late.pieces(), cut.signal), /cut/);
  assert.equal(late.log.at(-1), "over");
});

Deno.test("what fails at the first piece is thrown; an empty source is an empty stream", async () => {
  async function* broken(): AsyncGenerator<number> {
    yield Promise.reject(new Error("damaged"));
  }
  await assert.rejects(primed(broken()), /damaged/);
  assert.equal((await (await primed(source(0).pieces())).getReader().read()).done, true);
});
