import type { SlideImage } from "./slides.ts";
import { aspectOf } from "./geometry.ts";
import { type Affine, type Frame, imageToCanvas, inverse, scaleOf, type View } from "./view.ts";
import type { Picture } from "./picture.ts";
import type { Window } from "./window.ts";

/** Everything a painter needs besides the pixels. */
export interface Look {
  readonly window: Window;
  readonly slope: number;
  readonly intercept: number;
  /** Dark for high values: asked for by the person, or by MONOCHROME1. */
  readonly inverted: boolean;
  /** Stored value of places outside the image, drawn black. */
  readonly padding: number | null;
  readonly toImage: Affine;
  readonly toCanvas: Affine;
  /** Device pixels an image pixel is wide. */
  readonly scale: number;
}

export interface LookOptions {
  readonly picture: Picture;
  readonly image: SlideImage;
  readonly window: Window;
  readonly inverted: boolean;
  readonly view: View;
  /** Of the canvas, in device pixels. */
  readonly size: { readonly width: number; readonly height: number };
}

export function frameOf({ picture, image, size }: Pick<LookOptions, "picture" | "image" | "size">): Frame {
  return { ...size, columns: picture.columns, rows: picture.rows, aspect: aspectOf(image) };
}

/** A window on one picture of a series, as its painter sees it. */
export function lookOf(options: LookOptions): Look {
  const { picture, image, window, inverted, view } = options;
  const { pixels, geometry } = options.image;
  const grey = picture.kind === "grey";
  const frame = frameOf(options);
  const toCanvas = imageToCanvas(view, frame);
  return {
    window,
    slope: grey ? geometry.rescaleSlope : 1,
    intercept: grey ? geometry.rescaleIntercept : 0,
    inverted: inverted !== (image.pixels.photometricInterpretation === "MONOCHROME1"),
    padding: grey ? pixels.pixelPaddingValue : null,
    toImage: inverse(toCanvas),
    toCanvas,
    scale: scaleOf(view, frame),
  };
}

/**
 * Grey from 0 to 1 of a modality value (DICOM PS3.3 C.11.2.1.2.1, linear). The shader has the same lines.
 */
export function windowed(value: number, { center, width }: Window): number {
  const grey = (value - (center - 0.5)) / Math.max(width - 1, 1e-6) + 0.5;
  return Math.min(Math.max(grey, 0), 1);
}
