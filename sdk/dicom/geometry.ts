/** Where a frame lies in the patient, how large its pixels are; frame by frame in enhanced objects. */
import type { FrameGeometry, ImagePixels } from "../contract/imaging.ts";
import type { DataSet } from "./data-set.ts";
import { Tag } from "./tags.ts";
import { rescaleOf, windowsOf } from "./voi.ts";

type Vector = [number, number, number];
type Cosines = [number, number, number, number, number, number];
type Pair = [number, number];

/** X-ray projections: what a pixel covers is known at the detector, not in the body. */
const PROJECTIONS = new Set(["CR", "DX", "MG", "RG", "RF", "XA", "IO", "PX"]);
const SAME = 1e-6;

export const positionOf = (dataSet: DataSet): Vector | null =>
  finite<Vector>(dataSet.numbers(Tag.ImagePositionPatient), 3);

/** Two unit vectors at right angles, or null: anything else would order and measure wrongly. */
export function orientationOf(dataSet: DataSet): Cosines | null {
  const cosines = finite<Cosines>(dataSet.numbers(Tag.ImageOrientationPatient), 6);
  if (!cosines) return null;
  const [a, b, c, d, e, f] = cosines;
  const isUnit = (square: number) => Math.abs(square - 1) < 0.02;
  const right = Math.abs(a * d + b * e + c * f) < 0.02;
  return isUnit(a * a + b * b + c * c) && isUnit(d * d + e * e + f * f) && right ? cosines : null;
}

/**
 * Millimetres between rows and columns, and where they hold. In a projection Pixel Spacing is a distance in
 * the patient only when it says how it was calibrated or differs from the detector's (PS3.3 §10.7.1.3).
 */
export function spacingOf(dataSet: DataSet): Pick<ImagePixels, "pixelSpacing" | "spacingAt"> {
  const spacing = pairOf(dataSet, Tag.PixelSpacing);
  const detector = pairOf(dataSet, Tag.ImagerPixelSpacing) ?? pairOf(dataSet, Tag.NominalScannedPixelSpacing);
  if (!spacing) return { pixelSpacing: detector, spacingAt: detector ? "detector" : null };
  const calibrated = dataSet.text(Tag.PixelSpacingCalibrationType) !== "" ||
    (detector !== null && spacing.some((value, i) => Math.abs(value - detector[i]) > SAME));
  const projected = PROJECTIONS.has(dataSet.text(Tag.Modality));
  return { pixelSpacing: spacing, spacingAt: projected && !calibrated ? "detector" : "patient" };
}

/**
 * The geometry of every frame from the shared and per-frame functional groups (PS3.3 C.7.6.16): one for all
 * where only shared ones are given, none in an object without them.
 */
export function frameGeometryOf(dataSet: DataSet, frames: number): FrameGeometry[] {
  const [shared] = dataSet.items(Tag.SharedFunctionalGroupsSequence);
  const each = dataSet.items(Tag.PerFrameFunctionalGroupsSequence);
  if (!shared && each.length === 0) return [];
  const group = (frame: number, sequence: number): DataSet | undefined =>
    each[frame]?.items(sequence)[0] ?? shared?.items(sequence)[0];
  const ownRescale = rescaleOf(dataSet) ?? { rescaleSlope: 1, rescaleIntercept: 0 };
  const ownWindows = windowsOf(dataSet);
  return Array.from({ length: each.length === 0 ? 1 : frames }, (_, frame): FrameGeometry => {
    const position = group(frame, Tag.PlanePositionSequence);
    const orientation = group(frame, Tag.PlaneOrientationSequence);
    const measures = group(frame, Tag.PixelMeasuresSequence);
    const values = group(frame, Tag.PixelValueTransformationSequence);
    const voi = group(frame, Tag.FrameVoiLutSequence);
    return {
      imagePosition: position ? positionOf(position) : null,
      imageOrientation: orientation ? orientationOf(orientation) : null,
      pixelSpacing: measures ? pairOf(measures, Tag.PixelSpacing) : null,
      ...((values && rescaleOf(values)) ?? ownRescale),
      windows: voi ? windowsOf(voi) : ownWindows,
    };
  });
}

/** Whether all frames lie and show alike, so that one geometry is enough. */
export function isUniform(geometry: readonly FrameGeometry[]): boolean {
  const first = JSON.stringify(geometry[0]);
  return geometry.every((frame) => JSON.stringify(frame) === first);
}

function pairOf(dataSet: DataSet, tag: number): Pair | null {
  const pair = finite<Pair>(dataSet.numbers(tag), 2);
  return pair && pair.every((value) => value > 0) ? pair : null;
}

function finite<Numbers extends number[]>(
  numbers: readonly number[],
  length: Numbers["length"],
): Numbers | null {
  const taken = numbers.slice(0, length);
  return taken.length === length && taken.every(Number.isFinite) ? taken as Numbers : null;
}
