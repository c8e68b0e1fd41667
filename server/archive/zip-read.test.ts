import assert from "node:assert/strict";
import { seeded } from "./peer.testing.ts";
import { layout, segments } from "./zip.ts";
import { bytesOf, openFrom, sample, stored } from "./zip.testing.ts";
import { type OpenContent, PIECE_BYTES, readRange } from "./zip-read.ts";

Deno.test("200 random ranges are slices of the whole", async () => {
  const { zip, open } = sample();
  const whole = await bytesOf(readRange(zip, { start: 0, end: zip.bytes, open }));
  assert.equal(whole.length, zip.bytes);
  const random = seeded(20261123);
  const headersAt = [...zip.localAt, ...zip.centralAt];
  for (let i = 0; i < 200; i++) {
    const near = headersAt[Math.floor(random() * headersAt.length)] + Math.floor(random() * 60) - 30;
    const first = Math.max(0, i % 2 ? near : Math.floor(random() * zip.bytes));
    const start = Math.min(first, zip.bytes);
    const end = i % 3 ? Math.min(zip.bytes, start + Math.floor(random() * 500)) : zip.bytes;
    const part = await bytesOf(readRange(zip, { start, end, open }));
    assert.deepEqual(part, whole.slice(start, end), `bytes ${start} to ${end}`);
  }
});

Deno.test("a cut download that is resumed has the bytes of an uncut one", async () => {
  const { zip, open } = sample();
  const whole = await bytesOf(readRange(zip, { start: 0, end: zip.bytes, open }));
  const reader = readRange(zip, { start: 0, end: zip.bytes, open }).getReader();
  const first = (await reader.read()).value ?? new Uint8Array(0);
  await reader.cancel();
  const kept = first.subarray(0, 100_001);
  const rest = await bytesOf(readRange(zip, { start: kept.length, end: zip.bytes, open }));
  assert.deepEqual(new Uint8Array([...kept, ...rest]), whole);
});

Deno.test("pieces are 256 KiB, read only when taken, and cancelling closes the content", async () => {
  const MIB = new Uint8Array(2 ** 20);
  let produced = 0;
  let closed = false;
  const open: OpenContent = async function* () {
    try {
      for (; produced < 64; produced++) yield MIB;
    } finally {
      closed = true;
    }
  };
  const zip = layout([{ ...stored("IM000001", MIB), bytes: 64 * MIB.length }]);
  const reader = readRange(zip, { start: 0, end: zip.bytes, open }).getReader();
  assert.equal(produced, 0);
  for (let i = 0; i < 5; i++) assert.equal((await reader.read()).value?.length, PIECE_BYTES);
  assert.ok(produced <= 2, `${produced} MiB were read for 1.25`);
  await reader.cancel();
  assert.ok(closed);
});

Deno.test("a content shorter or longer than announced fails the stream, it is never passed on", async () => {
  const zip = layout([stored("A", new Uint8Array(10))]);
  for (const length of [9, 11]) {
    const open = () => ReadableStream.from([new Uint8Array(length)]);
    await assert.rejects(bytesOf(readRange(zip, { start: 0, end: zip.bytes, open })), /not as long/);
  }
});

Deno.test("what open throws reaches the reader", async () => {
  const zip = layout([stored("A", new Uint8Array(10))]);
  const open = () => {
    throw new Error("the blob is damaged");
  };
  await assert.rejects(bytesOf(readRange(zip, { start: 0, end: zip.bytes, open })), /damaged/);
});

Deno.test("a stretch outside the archive is refused before anything is read", () => {
  const { zip, open } = sample();
  for (const [start, end] of [[-1, 5], [5, 4], [0, zip.bytes + 1], [NaN, 5], [0, NaN]]) {
    assert.throws(() => readRange(zip, { start, end, open }), RangeError);
    assert.throws(() => [...segments(zip, start, end)], RangeError);
  }
});

Deno.test("a range in one entry opens no other", async () => {
  const { zip, contents } = sample();
  const opened: [number, number, number][] = [];
  const open: OpenContent = (entry, offset, length) => {
    opened.push([entry, offset, length]);
    return openFrom(contents)(entry, offset, length);
  };
  const contentAt = zip.localAt[3] - 300_000;
  await bytesOf(readRange(zip, { start: contentAt + 1000, end: contentAt + 1010, open }));
  assert.deepEqual(opened, [[2, 1000, 10]]);
});
