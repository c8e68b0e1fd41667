import assert from "node:assert/strict";
import { importBlobKey, seal, SEGMENT, unseal } from "./sealed.ts";

const KEY = await importBlobKey(new Uint8Array(32).fill(7));
const ID = "019bc0e2-1280-7000-8000-000000000001";
const SEALED = SEGMENT + 16;

/** Numbers that look random and are the same at every run (mulberry32). */
function* seeded(seed: number): Generator<number> {
  for (;;) {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ seed >>> 15, 1 | seed);
    t ^= t + Math.imul(t ^ t >>> 7, 61 | t);
    yield (t ^ t >>> 14) >>> 0;
  }
}

const contentOf = (length: number) => {
  const numbers = seeded(length);
  return Uint8Array.from({ length }, () => numbers.next().value! & 0xff);
};

async function sealed(content: Uint8Array<ArrayBuffer>, id = ID): Promise<Uint8Array<ArrayBuffer>> {
  const pieces = await Array.fromAsync(seal(KEY, id, content));
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** Reads a stretch of what stands in a file. */
async function opened(
  stored: Uint8Array,
  facts: { bytes: number; offset?: number; length?: number; id?: string },
): Promise<Uint8Array> {
  const { bytes, offset = 0, length = bytes - offset, id = ID } = facts;
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeFile(path, stored);
    using file = await Deno.open(path);
    const pieces = await Array.fromAsync(unseal(file, { key: KEY, id, bytes, offset, length }));
    return new Uint8Array(await new Blob(pieces).arrayBuffer());
  } finally {
    await Deno.remove(path);
  }
}

const isRefused = (error: unknown) => error instanceof DOMException && error.name === "OperationError";
const BYTES = 3 * SEGMENT + 1000;

Deno.test("every length comes back, sealed with 16 bytes a segment", async () => {
  for (const length of [0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, BYTES]) {
    const content = contentOf(length);
    const stored = await sealed(content);
    assert.equal(stored.length, length + 16 * Math.max(1, Math.ceil(length / SEGMENT)));
    assert.deepEqual(await opened(stored, { bytes: length }), content);
  }
});

Deno.test("any stretch is the same stretch of the content", async () => {
  const content = contentOf(BYTES);
  const stored = await sealed(content);
  const numbers = seeded(1);
  for (let i = 0; i < 60; i++) {
    const offset = numbers.next().value! % BYTES;
    const length = numbers.next().value! % (BYTES - offset) + 1;
    const read = await opened(stored, { bytes: BYTES, offset, length });
    assert.deepEqual(read, content.subarray(offset, offset + length), `${offset}+${length}`);
  }
});

Deno.test("segments that changed places are refused", async () => {
  const stored = await sealed(contentOf(BYTES));
  const swapped = stored.slice();
  swapped.set(stored.subarray(0, SEALED), SEALED);
  swapped.set(stored.subarray(SEALED, 2 * SEALED), 0);
  await assert.rejects(opened(swapped, { bytes: BYTES }), isRefused);
});

Deno.test("a cut file is refused, also where it is cut between segments and its length is lied about", async () => {
  const stored = await sealed(contentOf(BYTES));
  await assert.rejects(opened(stored.subarray(0, -1), { bytes: BYTES }), isRefused);
  await assert.rejects(opened(stored.subarray(0, 3 * SEALED), { bytes: BYTES }), isRefused);
  await assert.rejects(opened(stored.subarray(0, 3 * SEALED), { bytes: 3 * SEGMENT }), isRefused);
  await assert.rejects(opened(stored.subarray(0, 0), { bytes: 1 }), isRefused);
});

Deno.test("a file that stands under another blob's name is refused", async () => {
  const stored = await sealed(contentOf(100), ID.replace("1", "2"));
  await assert.rejects(opened(stored, { bytes: 100 }), isRefused);
});

Deno.test("one flipped bit anywhere is refused by who reads there, and harms nobody else", async () => {
  const content = contentOf(BYTES);
  const stored = await sealed(content);
  const numbers = seeded(2);
  for (let i = 0; i < 40; i++) {
    const at = numbers.next().value! % stored.length;
    const flipped = stored.slice();
    flipped[at] ^= 1 << (numbers.next().value! & 7);
    const segment = Math.floor(at / SEALED);
    const offset = segment * SEGMENT;
    await assert.rejects(opened(flipped, { bytes: BYTES, offset, length: 1 }), isRefused, `byte ${at}`);
    const other = segment === 0 ? SEGMENT : 0;
    assert.equal((await opened(flipped, { bytes: BYTES, offset: other, length: 1 }))[0], content[other]);
  }
});
