/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { imageFile } from "./bytes.testing.ts";
import { readInstance } from "./read.ts";
import { Tag } from "./tags.ts";
import { type DataElement, element } from "./write.ts";

const PLANE_POSITION = "0\\0\\";
const AXIAL = "1\\0\\0\\0\\1\\0";

function pixelsOf(...others: DataElement[]) {
  const { pixels } = readInstance(imageFile(others)).instance;
  assert.ok(pixels);
  return pixels;
}

const sequence = (tag: number, ...elements: DataElement[]) => element(tag, "SQ", [elements]);

Deno.test("what a file does not say has a value that changes nothing", () => {
  const pixels = pixelsOf();
  assert.deepEqual([pixels.rescaleSlope, pixels.rescaleIntercept, pixels.windows], [1, 0, []]);
  assert.deepEqual([pixels.pixelSpacing, pixels.spacingAt, pixels.pixelAspectRatio], [null, null, [1, 1]]);
  assert.deepEqual([pixels.imagePosition, pixels.imageOrientation, pixels.frameTime], [null, null, null]);
  assert.deepEqual([pixels.palette, pixels.pixelPaddingValue, pixels.frameGeometry], [null, null, []]);
});

Deno.test("windows come with their names; those that could show nothing are left out", () => {
  const { windows } = pixelsOf(
    element(Tag.WindowCenter, "DS", "40\\-600\\300\\x"),
    element(Tag.WindowWidth, "DS", "400\\1500\\0\\5"),
    element(Tag.WindowCenterWidthExplanation, "LO", "MEDIASTINO\\POLMONE"),
  );
  assert.deepEqual(windows, [
    { center: 40, width: 400, label: "MEDIASTINO" },
    { center: -600, width: 1500, label: "POLMONE" },
  ]);
});

Deno.test("a rescale slope of zero does not flatten the image", () => {
  const pixels = pixelsOf(element(Tag.RescaleSlope, "DS", "0"), element(Tag.RescaleIntercept, "DS", "-1024"));
  assert.deepEqual([pixels.rescaleSlope, pixels.rescaleIntercept], [1, -1024]);
});

Deno.test("pixel spacing is the patient's in a CT, the detector's in an uncalibrated projection", () => {
  const spacing = element(Tag.PixelSpacing, "DS", "0.5\\0.4");
  const detector = element(Tag.ImagerPixelSpacing, "DS", "0.5\\0.4");
  const other = element(Tag.ImagerPixelSpacing, "DS", "0.6\\0.5");
  const dx = element(Tag.Modality, "CS", "DX");
  const calibration = element(Tag.PixelSpacingCalibrationType, "CS", "FIDUCIAL");
  const at = (...others: DataElement[]) => {
    const { pixelSpacing, spacingAt } = pixelsOf(...others);
    return [pixelSpacing, spacingAt];
  };
  assert.deepEqual(at(spacing), [[0.5, 0.4], "patient"]);
  assert.deepEqual(at(dx, detector), [[0.5, 0.4], "detector"]);
  assert.deepEqual(at(dx, spacing), [[0.5, 0.4], "detector"]);
  assert.deepEqual(at(dx, spacing, detector), [[0.5, 0.4], "detector"]);
  assert.deepEqual(at(dx, spacing, other), [[0.5, 0.4], "patient"]);
  assert.deepEqual(at(dx, spacing, calibration), [[0.5, 0.4], "patient"]);
  assert.deepEqual(at(element(Tag.PixelSpacing, "DS", "0\\0")), [null, null]);
});

Deno.test("an orientation that is none is not believed", () => {
  const oriented = (cosines: string) =>
    pixelsOf(element(Tag.ImageOrientationPatient, "DS", cosines)).imageOrientation;
  assert.deepEqual(oriented(AXIAL), [1, 0, 0, 0, 1, 0]);
  for (const bad of ["0\\0\\0\\0\\0\\0", "1\\0\\0\\1\\0\\0", "1\\0\\0", "1\\0\\0\\0\\x\\0"]) {
    assert.equal(oriented(bad), null, bad);
  }
});

Deno.test("frame time is milliseconds, from a time, a vector or a rate", () => {
  assert.equal(pixelsOf(element(Tag.FrameTime, "DS", "33.3")).frameTime, 33.3);
  assert.equal(pixelsOf(element(Tag.FrameTimeVector, "DS", "0\\30\\50")).frameTime, 40);
  assert.equal(pixelsOf(element(Tag.CineRate, "IS", "25")).frameTime, 40);
  assert.equal(pixelsOf(element(Tag.RecommendedDisplayFrameRate, "IS", "50")).frameTime, 20);
  assert.equal(pixelsOf(element(Tag.FrameTime, "DS", "0"), element(Tag.CineRate, "IS", "0")).frameTime, null);
});

Deno.test("pixel padding has the pixels' sign, whatever VR it came in", () => {
  const signed = element(Tag.PixelRepresentation, "US", 1);
  assert.equal(pixelsOf(signed, element(Tag.PixelPaddingValue, "US", 63_536)).pixelPaddingValue, -2000);
  assert.equal(pixelsOf(signed, element(Tag.PixelPaddingValue, "SS", -2000)).pixelPaddingValue, -2000);
  assert.equal(pixelsOf(element(Tag.PixelPaddingValue, "SS", -1)).pixelPaddingValue, 65_535);
});

Deno.test("a palette is found where its tables are whole, and not where one is short or segmented", () => {
  const table = (tag: number, length: number) => element(tag, "OW", new Uint8Array(length));
  const descriptor = (entries: number, bits = 16) =>
    element(Tag.RedPaletteDescriptor, "US", [entries, 2, bits]);
  const tables = (length: number) =>
    [Tag.RedPaletteData, Tag.GreenPaletteData, Tag.BluePaletteData].map((tag) => table(tag, length));
  const palette = pixelsOf(descriptor(4), ...tables(8)).palette;
  assert.deepEqual(palette?.descriptor, [4, 2, 16]);
  assert.deepEqual([palette!.red[1], palette!.green[0] - palette!.red[0]], [8, 16 + 4]);
  assert.equal(pixelsOf(descriptor(4), ...tables(6)).palette, null);
  assert.equal(pixelsOf(descriptor(0), ...tables(8)).palette, null);
  assert.deepEqual(pixelsOf(descriptor(4, 8), ...tables(4)).palette?.descriptor, [4, 2, 8]);
  assert.equal(pixelsOf(descriptor(4), table(0x00281221, 8)).palette, null);
});

Deno.test("an enhanced object's frames have each their own place, and share what is said once", () => {
  const frame = (z: number) => [
    sequence(Tag.PlanePositionSequence, element(Tag.ImagePositionPatient, "DS", PLANE_POSITION + z)),
  ];
  const pixels = pixelsOf(
    element(Tag.NumberOfFrames, "IS", "2"),
    element(Tag.PixelData, "OW", new Uint8Array(24)),
    sequence(
      Tag.SharedFunctionalGroupsSequence,
      sequence(Tag.PlaneOrientationSequence, element(Tag.ImageOrientationPatient, "DS", AXIAL)),
      sequence(Tag.PixelMeasuresSequence, element(Tag.PixelSpacing, "DS", "0.7\\0.7")),
      sequence(
        Tag.PixelValueTransformationSequence,
        element(Tag.RescaleSlope, "DS", "2"),
        element(Tag.RescaleIntercept, "DS", "-10"),
      ),
      sequence(
        Tag.FrameVoiLutSequence,
        element(Tag.WindowCenter, "DS", "40"),
        element(Tag.WindowWidth, "DS", "400"),
      ),
    ),
    element(Tag.PerFrameFunctionalGroupsSequence, "SQ", [frame(5), frame(10)]),
  );
  assert.deepEqual(pixels.frameGeometry.map(({ imagePosition }) => imagePosition), [[0, 0, 5], [0, 0, 10]]);
  for (const one of [pixels, ...pixels.frameGeometry]) {
    assert.deepEqual(one.imageOrientation, [1, 0, 0, 0, 1, 0]);
    assert.deepEqual(one.pixelSpacing, [0.7, 0.7]);
    assert.deepEqual([one.rescaleSlope, one.rescaleIntercept], [2, -10]);
    assert.deepEqual(one.windows, [{ center: 40, width: 400, label: null }]);
  }
  assert.deepEqual([pixels.imagePosition, pixels.spacingAt], [[0, 0, 5], "patient"]);
});

Deno.test("frames that do not differ need no geometry of their own", () => {
  const shared = sequence(
    Tag.SharedFunctionalGroupsSequence,
    sequence(Tag.PixelMeasuresSequence, element(Tag.PixelSpacing, "DS", "0.7\\0.7")),
  );
  const pixels = pixelsOf(
    element(Tag.NumberOfFrames, "IS", "2"),
    element(Tag.PixelData, "OW", new Uint8Array(24)),
    shared,
  );
  assert.deepEqual([pixels.pixelSpacing, pixels.frameGeometry], [[0.7, 0.7], []]);
});

Deno.test("floating point pixels are told by bits stored of zero", () => {
  const file = imageFile([
    element(Tag.BitsAllocated, "US", 32),
    element(Tag.FloatPixelData, "OF", new Uint8Array(24)),
  ]).slice();
  const { pixels } = readInstance(withoutPixelData(file)).instance;
  assert.deepEqual([pixels?.bitsAllocated, pixels?.bitsStored, pixels?.frames[0][0][1]], [32, 0, 24]);
});

/** The last element of the file, pixel data of 12 bytes, taken off. */
const withoutPixelData = (file: Uint8Array) => file.subarray(0, file.length - 24);
