import { ImageFault } from "./faults.ts";
import type { PixelFormat, Samples } from "./samples.ts";

/** Three samples a pixel as RGBA, 8 bits each (DICOM PS3.3 C.7.6.3.1.2). */
export function colourToRgba(values: Samples, format: PixelFormat): Uint8ClampedArray {
  const eightBit = reduced(values, format);
  const { photometricInterpretation: photometric } = format;
  if (photometric === "RGB") return rgbToRgba(eightBit);
  if (photometric.startsWith("YBR_FULL")) return ybrToRgba(eightBit);
  if (photometric.startsWith("YBR_PARTIAL")) return partialToRgba(eightBit);
  throw new ImageFault("pixels-unsupported", photometric);
}

/** The eight most significant of the stored bits. */
function reduced(values: Samples, { bitsStored, pixelRepresentation }: PixelFormat): Samples {
  if (bitsStored === 8 && pixelRepresentation === 0) return values;
  const divisor = 2 ** (bitsStored - 8);
  const offset = pixelRepresentation === 1 ? 128 : 0;
  return Uint8Array.from(values as ArrayLike<number>, (value) => Math.floor(value / divisor) + offset);
}

function rgbToRgba(values: Samples): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(values.length / 3 * 4);
  for (let from = 0, to = 0; to < rgba.length; from += 3, to += 4) {
    rgba[to] = values[from];
    rgba[to + 1] = values[from + 1];
    rgba[to + 2] = values[from + 2];
    rgba[to + 3] = 255;
  }
  return rgba;
}

function ybrToRgba(values: Samples): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(values.length / 3 * 4);
  for (let from = 0, to = 0; to < rgba.length; from += 3, to += 4) {
    const y = values[from], cb = values[from + 1] - 128, cr = values[from + 2] - 128;
    rgba[to] = y + 1.402 * cr;
    rgba[to + 1] = y - 0.344136 * cb - 0.714136 * cr;
    rgba[to + 2] = y + 1.772 * cb;
    rgba[to + 3] = 255;
  }
  return rgba;
}

/** Luma from 16 to 235, chroma from 16 to 240 (ITU-R BT.601). */
function partialToRgba(values: Samples): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(values.length / 3 * 4);
  for (let from = 0, to = 0; to < rgba.length; from += 3, to += 4) {
    const y = 1.164384 * (values[from] - 16), cb = values[from + 1] - 128, cr = values[from + 2] - 128;
    rgba[to] = y + 1.596027 * cr;
    rgba[to + 1] = y - 0.391762 * cb - 0.812968 * cr;
    rgba[to + 2] = y + 2.017232 * cb;
    rgba[to + 3] = 255;
  }
  return rgba;
}
