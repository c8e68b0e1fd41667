/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import type { Extent } from "../contract/imaging.ts";
import { fileOf, imageElements, imageFile, joined, raw, UNDEFINED } from "./bytes.testing.ts";
import { readInstance } from "./read.ts";
import { Tag } from "./tags.ts";
import { type DataElement, element, writeDataSet } from "./write.ts";

const JPEG = "1.2.840.10008.1.2.4.50";
const RLE = "1.2.840.10008.1.2.5";
const ITEM = Tag.Item;
const bytesOf = (...bytes: number[]) => new Uint8Array(bytes);
const uints = (...values: number[]) => new Uint8Array(new Uint32Array(values).buffer);
const soi = (mark: number) => bytesOf(0xff, 0xd8, mark, 0);
const tail = (mark: number) => bytesOf(mark, 0, 0, 0);

interface Encapsulated {
  readonly items: readonly Uint8Array[];
  readonly frames?: number;
  readonly table?: Uint8Array;
  readonly syntax?: string;
  readonly closed?: boolean;
  readonly extra?: readonly DataElement[];
}

/** Fragments as given, before the pixel data whatever else is wanted. */
function encapsulated({ items, frames, table, syntax = JPEG, closed = true, extra = [] }: Encapsulated) {
  const others = imageElements(
    ...(frames === undefined ? [] : [element(Tag.NumberOfFrames, "IS", String(frames))]),
    ...extra,
  ).filter(({ tag }) => tag !== Tag.PixelData);
  return fileOf(
    joined(
      writeDataSet(others),
      raw({ tag: Tag.PixelData, vr: "OB", length: UNDEFINED }),
      raw({ tag: ITEM, value: table ?? new Uint8Array(0) }),
      ...items.map((value) => raw({ tag: ITEM, value })),
      closed ? raw({ tag: Tag.SequenceDelimitation }) : new Uint8Array(0),
    ),
    syntax,
  );
}

/** The first byte after a possible start marker of each fragment, frame by frame. */
function marks(file: Uint8Array): number[][] | null {
  const frames = readInstance(file).instance.pixels?.frames;
  const mark = ([at]: Extent) => file[at] === 0xff ? file[at + 2] : file[at];
  return frames?.map((frame) => frame.map(mark)) ?? null;
}

const faultOf = (file: Uint8Array) => readInstance(file).instance.fault;
const native = (...others: DataElement[]) => readInstance(imageFile(others)).instance;

Deno.test("native frames follow each other in the file's own bytes", () => {
  const pixels = Uint8Array.from({ length: 36 }, (_, i) => i);
  const file = imageFile([element(Tag.NumberOfFrames, "IS", "3"), element(Tag.PixelData, "OW", pixels)]);
  const { pixels: found, fault } = readInstance(file).instance;
  assert.equal(fault, null);
  assert.deepEqual(
    found?.frames.map(([[at, length]]) => [file[at], length]),
    [[0, 12], [12, 12], [24, 12]],
  );
});

Deno.test("one-bit frames that are no whole bytes get extents that cover their bits", () => {
  const { pixels } = native(
    element(Tag.Rows, "US", 3),
    element(Tag.Columns, "US", 3),
    element(Tag.BitsAllocated, "US", 1),
    element(Tag.NumberOfFrames, "IS", "3"),
    element(Tag.PixelData, "OB", new Uint8Array(4)),
  );
  const start = pixels!.frames[0][0][0];
  const extents = pixels!.frames.map(([[at, length]]) => [at - start, length]);
  assert.deepEqual(extents, [[0, 2], [1, 2], [2, 2]]);
});

Deno.test("YBR_FULL_422 takes two samples a pixel", () => {
  const { pixels, fault } = native(
    element(Tag.Columns, "US", 4),
    element(Tag.SamplesPerPixel, "US", 3),
    element(Tag.PhotometricInterpretation, "CS", "YBR_FULL_422"),
    element(Tag.BitsAllocated, "US", 8),
    element(Tag.PixelData, "OB", new Uint8Array(16)),
  );
  assert.deepEqual([pixels?.frames[0][0][1], fault], [16, null]);
});

Deno.test("pixels that are missing, short or senseless are named, and nothing is allocated for them", () => {
  assert.equal(native(element(Tag.PixelData, "OW", new Uint8Array(0))).fault, "no-pixels");
  assert.equal(native(element(Tag.PixelData, "OW", new Uint8Array(10))).fault, "pixels-short");
  assert.equal(native(element(Tag.Rows, "US", 0)).fault, "pixels-inconsistent");
  assert.equal(native(element(Tag.BitsAllocated, "US", 12)).fault, "pixels-inconsistent");
  assert.equal(native(element(Tag.SamplesPerPixel, "US", 7)).fault, "pixels-inconsistent");
  const vast = native(
    element(Tag.Rows, "US", 65_535),
    element(Tag.Columns, "US", 65_535),
    element(Tag.NumberOfFrames, "IS", "60000"),
  );
  assert.deepEqual([vast.pixels, vast.fault], [null, "pixels-short"]);
  assert.equal(native(element(Tag.NumberOfFrames, "IS", "2147483647")).fault, "pixels-inconsistent");
  assert.equal(native(element(Tag.NumberOfFrames, "IS", "1.5")).fault, "pixels-inconsistent");
  assert.equal(native(element(Tag.NumberOfFrames, "IS", "0")).fault, null);
});

Deno.test("of a file cut within its pixels the whole frames are given, with the fault beside them", () => {
  const pixels = new Uint8Array(36);
  const file = imageFile([element(Tag.NumberOfFrames, "IS", "3"), element(Tag.PixelData, "OW", pixels)]);
  const { pixels: found, fault } = readInstance(file.subarray(0, file.length - 1)).instance;
  assert.deepEqual([found?.frames.length, fault], [2, "pixels-short"]);
});

Deno.test("pixel data that are not packed as the transfer syntax says are inconsistent", () => {
  assert.equal(faultOf(imageFile([], JPEG)), "pixels-inconsistent");
  assert.equal(
    faultOf(encapsulated({ items: [soi(1)], syntax: "1.2.840.10008.1.2.1" })),
    "pixels-inconsistent",
  );
});

Deno.test("a fragment a frame needs no table; the table's item is no fragment", () => {
  assert.deepEqual(marks(encapsulated({ items: [soi(1), soi(2)], frames: 2 })), [[1], [2]]);
  assert.deepEqual(marks(encapsulated({ items: [tail(1), tail(2)], frames: 2, syntax: RLE })), [[1], [2]]);
});

Deno.test("all fragments belong to the one frame of an image", () => {
  assert.deepEqual(marks(encapsulated({ items: [soi(1), tail(2), soi(3)] })), [[1, 2, 3]]);
});

Deno.test("a basic offset table says which fragments make a frame", () => {
  const items = [soi(1), tail(2), soi(3), tail(4), tail(5)];
  assert.deepEqual(marks(encapsulated({ items, frames: 2, table: uints(0, 24) })), [[1, 2], [3, 4, 5]]);
  // By the table, even where markers would say otherwise.
  assert.deepEqual(marks(encapsulated({ items, frames: 2, table: uints(0, 36) })), [[1, 2, 3], [4, 5]]);
});

Deno.test("an extended offset table goes before all else", () => {
  const table = new Uint8Array(new BigUint64Array([0n, 24n]).buffer);
  const file = encapsulated({
    items: [soi(1), tail(2), tail(3)],
    frames: 2,
    extra: [element(Tag.ExtendedOffsetTable, "OB", table)],
  });
  assert.deepEqual(marks(file), [[1, 2], [3]]);
});

Deno.test("without a table, or with a false one, frames begin at start markers", () => {
  const items = [soi(1), tail(2), soi(3)];
  for (const table of [undefined, uints(0, 23), uints(24, 0), uints(0), uints(0, 0xfffffff0)]) {
    assert.deepEqual(marks(encapsulated({ items, frames: 2, table })), [[1, 2], [3]]);
  }
  const j2k = (mark: number) => bytesOf(0xff, 0x4f, 0xff, 0x51, mark, 0);
  const found = readInstance(encapsulated({ items: [j2k(1), tail(2), j2k(3)], frames: 2 })).instance.pixels;
  assert.deepEqual(found?.frames.map((frame) => frame.length), [2, 1]);
});

Deno.test("fragments that nothing assigns to frames are inconsistent, not guessed at", () => {
  assert.equal(
    faultOf(encapsulated({ items: [soi(1), tail(2), tail(3)], frames: 2 })),
    "pixels-inconsistent",
  );
  assert.equal(
    faultOf(encapsulated({ items: [tail(1), tail(2), tail(3)], frames: 2 })),
    "pixels-inconsistent",
  );
});

Deno.test("a cut fragment takes its frame away; fewer fragments than frames are short", () => {
  const whole = encapsulated({ items: [soi(1), soi(2), soi(3)], frames: 3, closed: false });
  const cut = whole.subarray(0, whole.length - 1);
  assert.deepEqual([marks(cut), faultOf(cut)], [[[1], [2]], "pixels-short"]);
  assert.deepEqual([marks(whole), faultOf(whole)], [[[1], [2], [3]], "pixels-short"]);
  const few = encapsulated({ items: [soi(1)], frames: 3 });
  assert.deepEqual([marks(few), faultOf(few)], [[[1]], "pixels-short"]);
  const single = encapsulated({ items: [soi(1)], closed: false });
  assert.deepEqual([marks(single.subarray(0, -1)), faultOf(single.subarray(0, -1))], [null, "pixels-short"]);
  const tabled = encapsulated({
    items: [soi(1), soi(2), tail(3)],
    frames: 2,
    table: uints(0, 12),
    closed: false,
  });
  assert.deepEqual(marks(tabled.subarray(0, -1)), [[1]]);
});

Deno.test("a video is one stream, however many frames it is said to have", () => {
  const file = encapsulated({ items: [tail(1), tail(2)], frames: 200, syntax: "1.2.840.10008.1.2.4.102" });
  assert.deepEqual([marks(file), readInstance(file).instance.kind], [[[1, 2]], "video"]);
});
