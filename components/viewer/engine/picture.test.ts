/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { readJpegHeader } from "./jpeg-header.ts";
import { paletteTables } from "./palette.ts";
import { pictureOf } from "./picture.ts";
import type { PixelFormat } from "./samples.ts";
import { phantomFile } from "../fixture/phantom.ts";
import { seriesOf } from "../fixture/series.ts";
import { windowed } from "./look.ts";
import { slidesOf } from "./slides.ts";
import { autoWindow, defaultWindow } from "./window.ts";

const colour: PixelFormat = {
  rows: 1,
  columns: 1,
  samplesPerPixel: 3,
  photometricInterpretation: "RGB",
  planarConfiguration: 0,
  bitsAllocated: 8,
  bitsStored: 8,
  highBit: 7,
  pixelRepresentation: 0,
};

Deno.test("RGB stays, YBR_FULL is transformed, 16-bit colour keeps its upper bits", () => {
  assert.deepEqual([...pictureOf(Uint8Array.of(1, 2, 3), colour, null).values], [1, 2, 3, 255]);
  const ybr = { ...colour, photometricInterpretation: "YBR_FULL" };
  assert.deepEqual([...pictureOf(Uint8Array.of(76, 85, 255), ybr, null).values], [254, 0, 0, 255]);
  const deep = { ...colour, bitsAllocated: 16, bitsStored: 16, highBit: 15 };
  assert.deepEqual([...pictureOf(Uint16Array.of(0xffff, 0x8000, 0xff), deep, null).values], [
    255,
    128,
    0,
    255,
  ]);
});

Deno.test("a palette's ends serve the values beyond it; 8 bits in 16-bit words are read as 8", () => {
  const words = Uint8Array.of(10, 0, 20, 0);
  const tables = paletteTables([2, 5, 16], [words, words, words], false);
  const format = { ...colour, samplesPerPixel: 1, columns: 3, photometricInterpretation: "PALETTE COLOR" };
  const { values } = pictureOf(Uint8Array.of(0, 6, 200), format, tables);
  assert.deepEqual([values[0], values[4], values[8]], [10, 20, 20]);
});

Deno.test("a palette shorter than it says, and an interpretation nobody knows, are faults", () => {
  const short = new Uint8Array(2);
  assert.throws(() => paletteTables([256, 0, 16], [short, short, short], false), { code: "pixels-corrupt" });
  const odd = { ...colour, samplesPerPixel: 1, photometricInterpretation: "PALETTE COLOR" };
  assert.throws(() => pictureOf(Uint8Array.of(1), odd, null), { code: "pixels-unsupported" });
});

Deno.test("JPEG markers are read within their bounds", () => {
  const baseline = [0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0];
  assert.deepEqual(readJpegHeader(Uint8Array.from(baseline)), {
    process: 0,
    precision: 8,
    components: 1,
    jfif: false,
    adobe: false,
  });
  assert.equal(readJpegHeader(new Uint8Array(100)), null);
  assert.equal(readJpegHeader(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff)), null);
  assert.equal(readJpegHeader(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0)), null);
});

Deno.test("the window is the standard's: ends at center − 0.5 ± (width − 1) / 2", () => {
  const window = { center: 128, width: 256 };
  assert.deepEqual([0, 255, -5, 300].map((value) => windowed(value, window)), [0, 1, 0, 1]);
  assert.equal(windowed(51, window), 0.2);
  assert.equal(windowed(5, { center: 5.5, width: 1 }), 0.5);
});

Deno.test("a window of width 0 is void, and then all values are shown, padding left out", () => {
  const { plan } = seriesOf([phantomFile()], 1);
  const [slide] = slidesOf(plan);
  const picture = { kind: "grey", rows: 1, columns: 4, values: Int16Array.of(-2000, 0, 50, 100) } as const;
  assert.deepEqual(defaultWindow(slide, picture), { center: 40, width: 400, label: null });
  const image = slide.image!;
  const void0 = {
    ...slide,
    image: { ...image, geometry: { ...image.geometry, windows: [{ center: 1, width: 0, label: null }] } },
  };
  assert.notEqual(defaultWindow(void0, picture).width, 0);
  const padded = { ...image, pixels: { ...image.pixels, pixelPaddingValue: -2000 } };
  assert.deepEqual(autoWindow(picture, padded), { center: 50.5, width: 101 });
});
