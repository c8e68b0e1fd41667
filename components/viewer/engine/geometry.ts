import type { FrameGeometry, ImagePixels } from "@tuodossier/sdk";
import type { SlideImage } from "./slides.ts";
import type { View } from "./view.ts";

type Cosines = NonNullable<FrameGeometry["imageOrientation"]>;

/** Which part of the patient lies towards each edge of the canvas: letters of PS3.3 C.7.6.1.1.1, or empty. */
export interface Edges {
  readonly left: string;
  readonly right: string;
  readonly top: string;
  readonly bottom: string;
}

/** The letters of a direction in the patient (x to the left, y to the back, z to the head), strongest first. */
export function directionLetters([x, y, z]: readonly number[]): string {
  return [[x, "L", "R"], [y, "P", "A"], [z, "H", "F"]]
    .map(([value, plus, minus]) => ({
      size: Math.abs(value as number),
      letter: value as number > 0 ? plus : minus,
    }))
    .filter(({ size }) => size > 0.2)
    .sort((a, b) => b.size - a.size)
    .slice(0, 2)
    .map(({ letter }) => letter)
    .join("");
}

/** Letters at the edges for an image lying so on the canvas. Null where the orientation is unknown. */
export function edgesOf(orientation: Cosines | null, view: View): Edges | null {
  if (!orientation) return null;
  const across = orientation.slice(0, 3), down = orientation.slice(3, 6);
  const minus = (vector: number[]) => vector.map((value) => -value);
  const start = view.mirrored ? minus(across) : across;
  // A quarter turn clockwise brings what was at the left to the top.
  let edges = [minus(start), minus(down), start, down];
  for (let turn = 0; turn < view.turns; turn++) edges = [edges[3], edges[0], edges[1], edges[2]];
  const [left, top, right, bottom] = edges.map(directionLetters);
  return { left, top, right, bottom };
}

/** Height of a pixel, its width being 1. */
export function aspectOf({ pixels, geometry }: SlideImage): number {
  const [between, along] = geometry.pixelSpacing ?? pixels.pixelAspectRatio;
  const aspect = between / along;
  return Number.isFinite(aspect) && aspect > 0 ? aspect : 1;
}

/** A bar of a round length that fits in a part of the canvas. */
export interface ScaleBar {
  readonly millimetres: number;
  /** On the canvas, in CSS pixels. */
  readonly length: number;
  /** Measured at the detector: larger than in the body. */
  readonly atDetector: boolean;
}

/** Of a bar, in CSS pixels. */
const LONGEST = 180;
const ROUND = [1000, 500, 200, 100, 50, 20, 10, 5, 2, 1];

/** Null where the data give no distances. `scale`: CSS pixels an image pixel is wide; `width`: the canvas' own. */
export function scaleBar(image: SlideImage, scale: number, width: number): ScaleBar | null {
  const spacing = image.geometry.pixelSpacing;
  if (!spacing || image.pixels.spacingAt === null || !(spacing[1] > 0)) return null;
  const perMillimetre = scale / spacing[1];
  const millimetres = ROUND.find((length) => length * perMillimetre <= Math.min(width * 0.3, LONGEST));
  if (!millimetres) return null;
  return {
    millimetres,
    length: millimetres * perMillimetre,
    atDetector: image.pixels.spacingAt === ("detector" satisfies ImagePixels["spacingAt"]),
  };
}
