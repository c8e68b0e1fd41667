/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { deflateSync } from "fflate";
import { fileOf, imageElements, imageFile, joined } from "./bytes.testing.ts";
import { corpus, corpusBytes, hasCorpus } from "../../tests/corpus.ts";
import { DicomError } from "./error.ts";
import { MAX_WINDOWS } from "./limits.ts";
import { readInstance } from "./read.ts";
import { Tag } from "./tags.ts";
import { element, encapsulate, writeDataSet } from "./write.ts";

/** Numbers that look random and are the same at every run (mulberry32). */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = state + 0x6d2b79f5 | 0;
    let mixed = Math.imul(state ^ state >>> 15, 1 | state);
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
    return ((mixed ^ mixed >>> 14) >>> 0) % below;
  };
}

/** Lengths, tags and counts that parsers trip over. */
const AWKWARD = [0, 1, 0x7f, 0x80, 0xff, 0xfe, 0xe0, 0x1b, 0x5c];

function mutate(original: Uint8Array, below: (most: number) => number): Uint8Array {
  const bytes = original.slice();
  // Headers stand close together near the start: most hits go there.
  const reach = below(4) === 0 ? bytes.length : Math.min(bytes.length, 2048);
  for (let hits = 1 + below(6); hits > 0; hits--) {
    const at = below(reach);
    if (below(2) === 0) bytes[at] ^= 1 << below(8);
    else bytes.fill(AWKWARD[below(AWKWARD.length)], at, at + 1 + below(4));
  }
  const kind = below(4);
  if (kind === 0) return bytes.subarray(0, below(bytes.length));
  if (kind === 1) return joined(bytes.subarray(0, below(bytes.length)), bytes);
  return bytes;
}

/** Reads, and looks at all there is to look at; only a DicomError may come out. */
function survives(bytes: Uint8Array) {
  try {
    const { dataSet, instance } = readInstance(bytes);
    for (const [at, length] of instance.pixels?.frames.flat() ?? []) {
      assert.ok(at >= 0 && length >= 0 && at + length <= bytes.length, "an extent outside of the file");
    }
    const text = JSON.stringify(instance);
    assert.ok(
      text.length < 200 * bytes.length + 100_000,
      `${text.length} characters out of ${bytes.length} bytes`,
    );
    for (const tag of dataSet.tags.slice(0, 200)) {
      if (dataSet.bytes(tag).length > 4096) continue;
      dataSet.texts(tag);
      dataSet.numbers(tag);
      dataSet.items(tag);
    }
  } catch (error) {
    if (!(error instanceof DicomError)) throw error;
  }
}

const enhanced = imageElements(
  element(Tag.SpecificCharacterSet, "CS", "\\ISO 2022 IR 87"),
  element(Tag.PatientName, "PN", "Yamada\x1b$B;3ED\x1b(B"),
  element(Tag.NumberOfFrames, "IS", "2"),
  element(Tag.PixelData, "OW", new Uint8Array(24)),
  element(Tag.SharedFunctionalGroupsSequence, "SQ", [[
    element(Tag.PixelMeasuresSequence, "SQ", [[element(Tag.PixelSpacing, "DS", "1\\1")]]),
  ]]),
  element(Tag.PerFrameFunctionalGroupsSequence, "SQ", [[], []]),
);
const seeds: readonly Uint8Array[] = [
  fileOf(writeDataSet(enhanced)),
  imageFile(
    [element(Tag.NumberOfFrames, "IS", "3"), encapsulate([4, 6, 8].map((n) => new Uint8Array(n)))],
    "1.2.840.10008.1.2.5",
  ),
  fileOf(deflateSync(writeDataSet(enhanced)), "1.2.840.10008.1.2.1.99"),
];

Deno.test("3,000 files broken at random cost nothing but a DicomError", () => {
  const below = generator(2025);
  for (let i = 0; i < 3000; i++) survives(mutate(seeds[i % seeds.length], below));
});

Deno.test("every file cut at every length costs nothing but a DicomError", () => {
  for (const seed of seeds) {
    for (let length = 0; length < seed.length; length++) survives(seed.subarray(0, length));
  }
});

Deno.test("a small element that claims a binary VR does not become a vast array", () => {
  const windows = new Uint8Array(4 * 2 ** 20);
  const { instance } = readInstance(
    imageFile([element(Tag.WindowCenter, "OW", windows), element(Tag.WindowWidth, "OW", windows.fill(1))]),
  );
  assert.equal(instance.pixels?.windows.length, MAX_WINDOWS);
});

Deno.test("bytes of any kind behind a mark cost nothing but a DicomError", () => {
  const below = generator(7);
  for (let i = 0; i < 500; i++) survives(fileOf(Uint8Array.from({ length: 300 }, () => below(256))));
});

Deno.test({
  name: "real files broken at random, ten times each, cost nothing but a DicomError",
  ignore: !hasCorpus,
  fn() {
    const below = generator(42);
    for (const { file, bytes } of corpus.files) {
      if (bytes === 0 || bytes > 150_000) continue;
      const original = corpusBytes(file);
      for (let i = 0; i < 10; i++) survives(mutate(original, below));
    }
  },
});
