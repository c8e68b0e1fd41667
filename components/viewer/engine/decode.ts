import { ImageFault } from "./faults.ts";
import { decodeJpeg } from "./jpeg.ts";
import { decodeNative } from "./native.ts";
import type { PaletteTables } from "./palette.ts";
import { type Picture, pictureOf } from "./picture.ts";
import { createRleDecoder } from "./rle-worker.ts";
import { type PixelFormat, sampleCount, type Samples } from "./samples.ts";
import { codingOf, isBigEndian, syntaxName } from "./transfer-syntax.ts";

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
export async function decodeFrame(coded: CodedFrame): Promise<Picture> {
  const { format, palette } = coded;
  if (codingOf(coded.transferSyntaxUid) === "jpeg") return await decodeJpeg(coded.bytes, format);
  return pictureOf(await decodeSamples(coded), format, palette);
}

/** Stored values of a frame that is not JPEG. @throws {ImageFault} as {@link decodeFrame}. */
export async function decodeSamples(coded: Omit<CodedFrame, "palette">): Promise<Samples> {
  const { bytes, transferSyntaxUid, format, frame } = coded;
  const coding = codingOf(transferSyntaxUid);
  if (coding === "native") {
    const bitOffset = frame * sampleCount(format) * format.bitsAllocated % 8;
    return decodeNative(bytes, format, { bigEndian: isBigEndian(transferSyntaxUid), bitOffset });
  }
  if (coding !== "rle") throw new ImageFault("syntax-unsupported", syntaxName(transferSyntaxUid));
  const size = {
    pixels: format.rows * format.columns,
    samples: format.samplesPerPixel,
    bytes: format.bitsAllocated >> 3,
  };
  const unpacked = await decodeRleFrame(bytes, size).catch(() => {
    throw new ImageFault("pixels-corrupt", syntaxName(transferSyntaxUid));
  });
  return decodeNative(unpacked, { ...format, planarConfiguration: 0 });
}
