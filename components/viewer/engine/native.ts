import { ImageFault } from "./faults.ts";
import { type PixelFormat, sampleCount, type Samples } from "./samples.ts";

export interface NativeOptions {
  readonly bigEndian?: boolean;
  /** Bits before the frame's first pixel in its first byte: 1-bit frames need not start on a byte. */
  readonly bitOffset?: number;
}

/**
 * Uncompressed pixels as stored values. Little endian data whose bits are all used are not copied: the result
 * is a view of `bytes`.
 *
 * @throws {ImageFault} `pixels-short` where bytes are missing, `pixels-unsupported` for odd bit depths.
 */
export function decodeNative(
  bytes: Uint8Array,
  format: PixelFormat,
  { bigEndian = false, bitOffset = 0 }: NativeOptions = {},
): Samples {
  const { bitsAllocated, bitsStored } = format;
  if (bitsAllocated === 1) return unpackBits(bytes, sampleCount(format), bitOffset);
  if (bitsStored === 0) return decodeFloats(bytes, format, bigEndian);
  if (![8, 16, 32].includes(bitsAllocated) || bitsStored < 1 || bitsStored > bitsAllocated) {
    throw new ImageFault("pixels-unsupported", `${bitsStored}/${bitsAllocated} bit`);
  }
  const subsampled = isSubsampled(format);
  const count = subsampled ? format.rows * format.columns * 2 : sampleCount(format);
  const values = mended(viewed({ bytes, count, bitsAllocated, bigEndian }), format);
  if (subsampled) return widened(values as Uint8Array);
  return format.samplesPerPixel > 1 && format.planarConfiguration === 1
    ? interleaved(values, format)
    : values;
}

/** 4:2:2 without compression: two pixels share their chroma (PS3.3 C.7.6.3.1.2). */
const isSubsampled = ({ samplesPerPixel, photometricInterpretation, bitsAllocated }: PixelFormat): boolean =>
  samplesPerPixel === 3 && bitsAllocated === 8 && photometricInterpretation.endsWith("_422");

function unpackBits(bytes: Uint8Array, count: number, bitOffset: number): Uint8Array {
  if (bytes.length * 8 < bitOffset + count) throw new ImageFault("pixels-short");
  const values = new Uint8Array(count);
  for (let i = 0, bit = bitOffset; i < count; i++, bit++) values[i] = bytes[bit >> 3] >> (bit & 7) & 1;
  return values;
}

/** Floating point pixels have no stored bits (PS3.3 C.7.6.24); doubles are narrowed. */
function decodeFloats(bytes: Uint8Array, format: PixelFormat, bigEndian: boolean): Float32Array {
  const size = format.bitsAllocated / 8;
  const count = sampleCount(format);
  if (size !== 4 && size !== 8) throw new ImageFault("pixels-unsupported", `${format.bitsAllocated} bit`);
  if (bytes.length < count * size) throw new ImageFault("pixels-short");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = size === 4 ? view.getFloat32 : view.getFloat64;
  return Float32Array.from({ length: count }, (_, i) => read.call(view, i * size, !bigEndian));
}

interface Words {
  readonly bytes: Uint8Array;
  readonly count: number;
  readonly bitsAllocated: number;
  readonly bigEndian: boolean;
}

/** The bytes as unsigned numbers; copied only where order or alignment ask for it. */
function viewed({ bytes, count, bitsAllocated, bigEndian }: Words): Uint8Array | Uint16Array | Uint32Array {
  const size = bitsAllocated / 8;
  if (bytes.length < count * size) throw new ImageFault("pixels-short");
  if (size === 1) return bytes.subarray(0, count);
  const aligned = !bigEndian && bytes.byteOffset % size === 0;
  const raw = aligned ? bytes : bytes.slice(0, count * size);
  if (bigEndian) swap(raw, size);
  return size === 2
    ? new Uint16Array(raw.buffer, raw.byteOffset, count)
    : new Uint32Array(raw.buffer, raw.byteOffset, count);
}

function swap(bytes: Uint8Array, size: number): void {
  for (let at = 0; at < bytes.length; at += size) {
    for (let low = at, high = at + size - 1; low < high; low++, high--) {
      [bytes[low], bytes[high]] = [bytes[high], bytes[low]];
    }
  }
}

/** Bits above and below the stored ones cut off (they may hold overlays), the sign carried up. */
function mended(values: Uint8Array | Uint16Array | Uint32Array, format: PixelFormat): Samples {
  const { bitsAllocated, bitsStored, highBit, pixelRepresentation } = format;
  const signed = pixelRepresentation === 1;
  const out = signed ? signedView(values) : values;
  const below = Math.min(Math.max(highBit + 1 - bitsStored, 0), bitsAllocated - bitsStored);
  if (bitsStored === bitsAllocated) return out;
  const mended = new (out.constructor as Uint16ArrayConstructor)(out.length) as Samples;
  const up = 32 - bitsStored - below;
  const down = 32 - bitsStored;
  if (signed) { for (let i = 0; i < values.length; i++) mended[i] = values[i] << up >> down; }
  else for (let i = 0; i < values.length; i++) mended[i] = values[i] << up >>> down;
  return mended;
}

function signedView(values: Uint8Array | Uint16Array | Uint32Array): Samples {
  const { buffer, byteOffset, length } = values;
  if (values instanceof Uint8Array) return new Int8Array(buffer, byteOffset, length);
  if (values instanceof Uint16Array) return new Int16Array(buffer, byteOffset, length);
  return new Int32Array(buffer, byteOffset, length);
}

/** Y₀ Y₁ Cb Cr for two pixels, as three samples for each. */
function widened(values: Uint8Array): Uint8Array {
  const out = new Uint8Array(values.length / 2 * 3);
  for (let from = 0, to = 0; from + 3 < values.length; from += 4) {
    for (const y of [values[from], values[from + 1]]) {
      out[to++] = y;
      out[to++] = values[from + 2];
      out[to++] = values[from + 3];
    }
  }
  return out;
}

/** From one plane a colour to one colour a pixel. */
function interleaved(values: Samples, { rows, columns, samplesPerPixel }: PixelFormat): Samples {
  const plane = rows * columns;
  const out = new (values.constructor as Uint16ArrayConstructor)(values.length) as Samples;
  for (let sample = 0; sample < samplesPerPixel; sample++) {
    for (let i = 0, to = sample, from = sample * plane; i < plane; i++, to += samplesPerPixel) {
      out[to] = values[from + i];
    }
  }
  return out;
}
