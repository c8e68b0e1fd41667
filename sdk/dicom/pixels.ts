/** The pixel description of an instance: what a viewer needs before it asks for a frame. */
import type { FrameGeometry, ImagePixels } from "../contract/imaging.ts";
import type { DataSet } from "./data-set.ts";
import { type Fault, framesOf } from "./frames.ts";
import { frameGeometryOf, isUniform, orientationOf, positionOf, spacingOf } from "./geometry.ts";
import type { Source } from "./header.ts";
import { paletteOf } from "./palette.ts";
import { Tag } from "./tags.ts";
import type { TransferSyntax } from "./transfer-syntax.ts";
import { rescaleOf, windowsOf } from "./voi.ts";

export interface PixelsOptions {
  readonly dataSet: DataSet;
  readonly transferSyntax: TransferSyntax;
}

/**
 * Pixels are null where no frame is there whole. With `pixels-short` beside pixels, the frames listed are
 * whole and others are missing. `bitsStored` is 0 where pixels are floating point (PS3.3 C.7.6.24).
 */
export function pixelsOf(
  source: Source,
  { dataSet, transferSyntax }: PixelsOptions,
): { pixels: ImagePixels | null; fault: Fault } {
  const shape = shapeOf(dataSet);
  const { frames, fault } = framesOf(source, { dataSet, transferSyntax, shape });
  if (frames.length === 0) return { pixels: null, fault };
  const geometry = frameGeometryOf(dataSet, frames.length);
  const uniform = isUniform(geometry);
  return {
    fault,
    pixels: {
      ...shape,
      ...planeOf(dataSet, geometry[0]),
      pixelPaddingValue: paddingOf(dataSet, shape),
      pixelAspectRatio: aspectOf(dataSet),
      frameTime: frameTimeOf(dataSet),
      palette: paletteOf(dataSet, { signed: shape.pixelRepresentation === 1 }),
      frames,
      frameGeometry: uniform ? [] : geometry,
    },
  };
}

function shapeOf(dataSet: DataSet) {
  const bitsAllocated = dataSet.number(Tag.BitsAllocated) ?? 0;
  const isFloat = !dataSet.element(Tag.PixelData);
  const bitsStored = isFloat ? 0 : dataSet.number(Tag.BitsStored) ?? bitsAllocated;
  const samplesPerPixel = dataSet.number(Tag.SamplesPerPixel) ?? 1;
  return {
    rows: dataSet.number(Tag.Rows) ?? 0,
    columns: dataSet.number(Tag.Columns) ?? 0,
    samplesPerPixel,
    photometricInterpretation: dataSet.text(Tag.PhotometricInterpretation) ||
      (samplesPerPixel === 3 ? "RGB" : "MONOCHROME2"),
    planarConfiguration: bit(dataSet.number(Tag.PlanarConfiguration)),
    bitsAllocated,
    bitsStored,
    highBit: isFloat ? 0 : dataSet.number(Tag.HighBit) ?? Math.max(0, bitsStored - 1),
    pixelRepresentation: bit(dataSet.number(Tag.PixelRepresentation)),
  };
}

/** Of the functional groups where there are any, else of the data set itself. */
function planeOf(dataSet: DataSet, first: FrameGeometry | undefined) {
  const own = spacingOf(dataSet);
  const spacing = own.pixelSpacing || !first?.pixelSpacing
    ? own
    : { pixelSpacing: first.pixelSpacing, spacingAt: "patient" as const };
  const rescale = first ?? rescaleOf(dataSet);
  return {
    ...spacing,
    imagePosition: first?.imagePosition ?? positionOf(dataSet),
    imageOrientation: first?.imageOrientation ?? orientationOf(dataSet),
    rescaleSlope: rescale?.rescaleSlope ?? 1,
    rescaleIntercept: rescale?.rescaleIntercept ?? 0,
    windows: first?.windows ?? windowsOf(dataSet),
  };
}

/** US or SS by the pixels' sign, whatever the file calls it (PS3.3 C.7.5.1.1.2). */
function paddingOf(
  dataSet: DataSet,
  { pixelRepresentation }: { pixelRepresentation: 0 | 1 },
): number | null {
  const value = dataSet.number(Tag.PixelPaddingValue);
  if (value === null) return null;
  return pixelRepresentation === 1 ? value << 16 >> 16 : value & 0xffff;
}

function aspectOf(dataSet: DataSet): [number, number] {
  const [vertical, horizontal] = dataSet.numbers(Tag.PixelAspectRatio);
  return vertical > 0 && horizontal > 0 ? [vertical, horizontal] : [1, 1];
}

/** Milliseconds a frame: Frame Time, the mean of its vector, or a rate. */
function frameTimeOf(dataSet: DataSet): number | null {
  const time = dataSet.number(Tag.FrameTime);
  if (time !== null && time > 0) return time;
  const vector = dataSet.numbers(Tag.FrameTimeVector).slice(1);
  const mean = vector.reduce((sum, step) => sum + step, 0) / vector.length;
  if (mean > 0) return mean;
  const rate = dataSet.number(Tag.CineRate) ?? dataSet.number(Tag.RecommendedDisplayFrameRate);
  return rate !== null && rate > 0 ? 1000 / rate : null;
}

const bit = (value: number | null): 0 | 1 => value === 1 ? 1 : 0;
