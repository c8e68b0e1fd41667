import type { ImagePixels } from "@tuodossier/sdk";

/** Stored values of one frame, row by row, the samples of a pixel side by side; masked and sign-extended. */
export type Samples =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array;

/** What a decoder needs to know of an image (DICOM PS3.3 C.7.6.3). */
export type PixelFormat = Pick<
  ImagePixels,
  | "rows"
  | "columns"
  | "samplesPerPixel"
  | "photometricInterpretation"
  | "planarConfiguration"
  | "bitsAllocated"
  | "bitsStored"
  | "highBit"
  | "pixelRepresentation"
>;

/** Values in a frame. */
export const sampleCount = (format: PixelFormat): number =>
  format.rows * format.columns * format.samplesPerPixel;
