/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import type { ImageFault } from "./faults.ts";
import { decodeNative } from "./native.ts";
import type { PixelFormat } from "./samples.ts";

const grey16: PixelFormat = {
  rows: 1,
  columns: 2,
  samplesPerPixel: 1,
  photometricInterpretation: "MONOCHROME2",
  planarConfiguration: 0,
  bitsAllocated: 16,
  bitsStored: 16,
  highBit: 15,
  pixelRepresentation: 0,
};
const bytes = (...values: number[]) => Uint8Array.from(values);

Deno.test("16-bit little endian data are shown from where they lie, without a copy", () => {
  const data = bytes(1, 0, 0xff, 0xff);
  const values = decodeNative(data, grey16);
  assert.deepEqual([...values], [1, 65535]);
  assert.equal(values.buffer, data.buffer);
});

Deno.test("data on an odd address are read right all the same", () => {
  const values = decodeNative(bytes(9, 1, 2, 3, 4).subarray(1), grey16);
  assert.deepEqual([...values], [0x0201, 0x0403]);
});

Deno.test("big endian data are swapped, and the caller's bytes left alone", () => {
  const data = bytes(0x12, 0x34, 0xff, 0xfe);
  const values = decodeNative(data, { ...grey16, pixelRepresentation: 1 }, { bigEndian: true });
  assert.deepEqual([...values], [0x1234, -2]);
  assert.deepEqual([...data], [0x12, 0x34, 0xff, 0xfe]);
});

Deno.test("12 bits stored in 16: overlay bits above are cut off and the sign carried up", () => {
  const format = { ...grey16, bitsStored: 12, highBit: 11 };
  const data = bytes(0xff, 0xff, 0x00, 0xf8);
  assert.deepEqual([...decodeNative(data, format)], [4095, 0x800]);
  assert.deepEqual([...decodeNative(data, { ...format, pixelRepresentation: 1 })], [-1, -2048]);
});

Deno.test("12 bits stored at the top of 16 are moved down", () => {
  const format = { ...grey16, bitsStored: 12, highBit: 15 };
  assert.deepEqual([...decodeNative(bytes(0xf0, 0xff, 0x1f, 0x00), format)], [4095, 1]);
});

Deno.test("a 1-bit frame may begin within a byte", () => {
  const format = { ...grey16, rows: 1, columns: 5, bitsAllocated: 1, bitsStored: 1, highBit: 0 };
  const values = decodeNative(bytes(0b1011_0000, 0b0000_0001), format, { bitOffset: 4 });
  assert.deepEqual([...values], [1, 1, 0, 1, 1]);
});

Deno.test("colour by plane becomes colour by pixel", () => {
  const format = { ...grey16, samplesPerPixel: 3, bitsAllocated: 8, bitsStored: 8, highBit: 7 };
  const values = decodeNative(bytes(1, 2, 3, 4, 5, 6), { ...format, planarConfiguration: 1 });
  assert.deepEqual([...values], [1, 3, 5, 2, 4, 6]);
});

Deno.test("two pixels of YBR_FULL_422 share their chroma", () => {
  const format: PixelFormat = {
    ...grey16,
    samplesPerPixel: 3,
    photometricInterpretation: "YBR_FULL_422",
    bitsAllocated: 8,
    bitsStored: 8,
    highBit: 7,
  };
  assert.deepEqual([...decodeNative(bytes(10, 20, 30, 40), format)], [10, 30, 40, 20, 30, 40]);
});

Deno.test("missing bytes and absurd depths are faults with a name, never noise", () => {
  const code = (make: () => unknown) => {
    try {
      make();
    } catch (error) {
      return (error as ImageFault).code;
    }
  };
  assert.equal(code(() => decodeNative(bytes(1, 2, 3), grey16)), "pixels-short");
  assert.equal(
    code(() => decodeNative(new Uint8Array(64), { ...grey16, bitsAllocated: 12 })),
    "pixels-unsupported",
  );
  assert.equal(
    code(() => decodeNative(new Uint8Array(64), { ...grey16, bitsStored: 17 })),
    "pixels-unsupported",
  );
  assert.equal(
    code(() => decodeNative(bytes(1), { ...grey16, bitsAllocated: 1, bitsStored: 1, columns: 9 })),
    "pixels-short",
  );
});
