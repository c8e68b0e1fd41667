import { colourToRgba } from "./colour.ts";
import { ImageFault } from "./faults.ts";
import { type PaletteTables, paletteToRgba } from "./palette.ts";
import type { PixelFormat, Samples } from "./samples.ts";

/** One decoded frame, ready to be drawn. Grey ones keep their stored values; the window is the painter's work. */
export type Picture = GreyPicture | ColourPicture;

export interface GreyPicture {
  readonly kind: "grey";
  readonly columns: number;
  readonly rows: number;
  readonly values: Samples;
}

export interface ColourPicture {
  readonly kind: "colour";
  readonly columns: number;
  readonly rows: number;
  /** Red, green, blue, 255. */
  readonly values: Uint8ClampedArray;
}

/** @throws {ImageFault} where the photometric interpretation is none we know. */
export function pictureOf(values: Samples, format: PixelFormat, palette: PaletteTables | null): Picture {
  const { rows, columns, photometricInterpretation: photometric } = format;
  if (photometric === "PALETTE COLOR" && palette) {
    return { kind: "colour", rows, columns, values: paletteToRgba(values, palette) };
  }
  if (format.samplesPerPixel === 1 && photometric.startsWith("MONOCHROME")) {
    return { kind: "grey", rows, columns, values };
  }
  if (format.samplesPerPixel === 3) {
    return { kind: "colour", rows, columns, values: colourToRgba(values, format) };
  }
  throw new ImageFault("pixels-unsupported", photometric);
}
