/** Where the frames of an instance lie in its file. */
import type { Extent, ImagePixels, Instance } from "../contract/imaging.ts";
import type { DataSet } from "./data-set.ts";
import { fragmentsOf, framesOfFragments } from "./fragments.ts";
import type { Source } from "./header.ts";
import { MAX_FRAMES } from "./limits.ts";
import { Tag } from "./tags.ts";
import { isVideo, type TransferSyntax } from "./transfer-syntax.ts";

export type Fault = Instance["fault"];

export interface Frames {
  /** Only frames that are there whole; none where a fault leaves nothing to show. */
  readonly frames: Extent[][];
  readonly fault: Fault;
}

export interface FramesOptions {
  readonly dataSet: DataSet;
  readonly transferSyntax: TransferSyntax;
  readonly shape: Pick<
    ImagePixels,
    "rows" | "columns" | "samplesPerPixel" | "bitsAllocated" | "photometricInterpretation"
  >;
}

const ALLOCATIONS = [1, 8, 16, 32, 64];
const none = (fault: Fault): Frames => ({ frames: [], fault });

/**
 * Extents of every frame in the file's bytes.
 *
 * - Native: one extent a frame. Where frames are not whole bytes (1-bit segmentations) it covers the frame's
 *   bits, which begin at bit `(frame × rows × columns × samples × bitsAllocated) % 8` of its first byte,
 *   least significant bit first (PS3.5 §8.1.1); neighbours then share a byte.
 * - Encapsulated: one extent a fragment, item headers left out.
 * - Video: one frame, all fragments of the stream.
 */
export function framesOf(source: Source, { dataSet, transferSyntax, shape }: FramesOptions): Frames {
  const pixels = [Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData]
    .map((tag) => dataSet.element(tag)).find((element) => element !== undefined);
  if (!pixels || pixels.length === 0) return none("no-pixels");
  if (transferSyntax.deflated) return none("pixels-deflated");
  const frames = isVideo(transferSyntax) ? 1 : Math.max(1, dataSet.number(Tag.NumberOfFrames) ?? 1);
  if (!isConsistent(shape) || !Number.isInteger(frames) || frames > MAX_FRAMES) {
    return none("pixels-inconsistent");
  }
  if (pixels.undefinedLength !== transferSyntax.encapsulated) return none("pixels-inconsistent");
  if (!pixels.undefinedLength) return nativeFrames({ ...pixels, frames, bits: bitsOfFrame(shape) });
  const fragments = fragmentsOf(source, pixels);
  const grouped = framesOfFragments(source, fragments, {
    frames,
    dataSet,
    partial: pixels.cut || fragments.cut,
  });
  if (!grouped) return none("pixels-inconsistent");
  // The last frame there is may lack a part, so it does not count as whole.
  const whole = fragments.cut ? grouped.slice(0, -1) : grouped;
  return { frames: whole, fault: whole.length < frames || pixels.cut ? "pixels-short" : null };
}

/** Bits of a native frame. Chroma of YBR_FULL_422 is stored for every second column (PS3.3 C.7.6.3.1.2). */
function bitsOfFrame(shape: FramesOptions["shape"]): number {
  const { rows, columns, samplesPerPixel, bitsAllocated, photometricInterpretation } = shape;
  const samples = /422$/.test(photometricInterpretation) ? 2 : samplesPerPixel;
  return rows * columns * samples * bitsAllocated;
}

function isConsistent({ rows, columns, samplesPerPixel, bitsAllocated }: FramesOptions["shape"]): boolean {
  return rows > 0 && columns > 0 && [1, 3, 4].includes(samplesPerPixel) &&
    ALLOCATIONS.includes(bitsAllocated);
}

function nativeFrames(
  { start, length, frames, bits }: { start: number; length: number; frames: number; bits: number },
): Frames {
  const whole = Math.min(frames, Math.floor(length * 8 / bits));
  const extents = Array.from({ length: whole }, (_, i): Extent[] => {
    const first = Math.floor(i * bits / 8);
    return [[start + first, Math.ceil((i + 1) * bits / 8) - first]];
  });
  return { frames: extents, fault: whole < frames ? "pixels-short" : null };
}
