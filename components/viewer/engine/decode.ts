import { ImageFault } from "./faults.ts";
import { decodeJpeg } from "./jpeg.ts";
import { decodeNative } from "./native.ts";
import type { PaletteTables } from "./palette.ts";
import { type Picture, pictureOf } from "./picture.ts";
import { createRleDecoder } from "./rle-worker.ts";
import { type PixelFormat, sampleCount } from "./samples.ts";
import { codingOf, syntaxName } from "./transfer-syntax.ts";

/** One frame as it lies in the series. */
export interface CodedFrame {
  readonly bytes: Uint8Array;
  readonly transferSyntaxUid: string;
  readonly format: PixelFormat;
  /** Its number within its instance, from 0. */
  readonly frame: number;
  readonly palette: PaletteTables | null;
}

const decodeRleFrame = createRleDecoder();

/**
 * A frame's pixels, or why not.
 *
 * @throws {ImageFault} naming the transfer syntax that is not decoded here, or what is wrong with the pixels.
 */
export async function decodeFrame(
  { bytes, transferSyntaxUid, format, frame, palette }: CodedFrame,
): Promise<Picture> {
  const coding = codingOf(transferSyntaxUid);
  if (coding === "unsupported") throw new ImageFault("syntax-unsupported", syntaxName(transferSyntaxUid));
  if (coding === "jpeg") return await decodeJpeg(bytes, format);
  if (coding === "rle") {
    const unpacked = await decodeRleFrame(bytes, {
      pixels: format.rows * format.columns,
      samples: format.samplesPerPixel,
      bytes: format.bitsAllocated >> 3,
    }).catch(() => {
      throw new ImageFault("pixels-corrupt", syntaxName(transferSyntaxUid));
    });
    return pictureOf(decodeNative(unpacked, { ...format, planarConfiguration: 0 }), format, palette);
  }
  const bitOffset = format.bitsAllocated === 1 ? frame * sampleCount(format) % 8 : 0;
  const samples = decodeNative(bytes, format, { bigEndian: coding === "native-big-endian", bitOffset });
  return pictureOf(samples, format, palette);
}
