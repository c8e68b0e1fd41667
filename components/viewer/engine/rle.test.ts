/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { decodeRle } from "./rle.ts";
import { createRleDecoder } from "./rle-worker.ts";

/** An RLE frame of segments that are packed already. */
function frame(...segments: number[][]): Uint8Array {
  const data = new Uint8Array(64 + segments.flat().length);
  const view = new DataView(data.buffer);
  view.setUint32(0, segments.length, true);
  let at = 64;
  segments.forEach((segment, index) => {
    view.setUint32(4 + index * 4, at, true);
    data.set(segment, at);
    at += segment.length;
  });
  return data;
}

Deno.test("literal and repeated runs, most significant byte first, become little endian words", () => {
  const data = frame([0xfd, 0x12, 128], [3, 1, 2, 3, 4]);
  const bytes = decodeRle(data, { pixels: 4, samples: 1, bytes: 2 });
  assert.deepEqual([...bytes], [1, 0x12, 2, 0x12, 3, 0x12, 4, 0x12]);
});

Deno.test("colour planes become pixels", () => {
  const bytes = decodeRle(frame([1, 1, 2], [1, 3, 4], [1, 5, 6]), { pixels: 2, samples: 3, bytes: 1 });
  assert.deepEqual([...bytes], [1, 3, 5, 2, 4, 6]);
});

Deno.test("a run past the end of the image writes nothing there", () => {
  assert.deepEqual([...decodeRle(frame([0x81, 7]), { pixels: 3, samples: 1, bytes: 1 })], [7, 7, 7]);
});

Deno.test("hostile frames end with an error, not with a loop or with noise", () => {
  const size = { pixels: 8, samples: 1, bytes: 1 };
  assert.throws(() => decodeRle(new Uint8Array(10), size), RangeError);
  assert.throws(() => decodeRle(frame([1, 1, 2]), size), RangeError);
  assert.throws(() => decodeRle(frame([0, 1], [0, 1]), size), RangeError);
  const backwards = frame([1, 1, 2]);
  new DataView(backwards.buffer).setUint32(4, 0, true);
  assert.throws(() => decodeRle(backwards, size), RangeError);
  const far = frame([1, 1, 2]);
  new DataView(far.buffer).setUint32(4, 0xffffffff, true);
  assert.throws(() => decodeRle(far, size), RangeError);
});

Deno.test("where no worker may start, and where one dies, frames are decoded on the page", async () => {
  const size = { pixels: 3, samples: 1, bytes: 1 };
  const none = createRleDecoder(() => null);
  assert.deepEqual([...await none(frame([0xfe, 7]), size)], [7, 7, 7]);
  let died: (() => void) | undefined;
  const dying = {
    addEventListener: (type: string, listener: () => void) => type === "error" && (died = listener),
    postMessage: () => queueMicrotask(() => died?.()),
    terminate: () => {},
  };
  const decode = createRleDecoder(() => dying as unknown as Worker);
  assert.deepEqual([...await decode(frame([0xfe, 9]), size)], [9, 9, 9]);
  await assert.rejects(decode(new Uint8Array(3), size), RangeError);
});
