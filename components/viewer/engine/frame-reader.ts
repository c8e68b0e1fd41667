import type { SeriesPlan } from "@tuodossier/sdk";
import { type CodedFrame, decodeFrame } from "./decode.ts";
import { ImageFault } from "./faults.ts";
import { createPalettes } from "./palettes.ts";
import type { Picture } from "./picture.ts";
import { type Batch, frameBytes } from "./ranges.ts";
import type { Slide } from "./slides.ts";
import type { ViewerSource } from "./source.ts";

export interface FrameReaderOptions {
  readonly plan: SeriesPlan;
  readonly slides: readonly Slide[];
  readonly source: ViewerSource;
  readonly decode?: (frame: CodedFrame) => Promise<Picture>;
}

/** What a frame turned out to be. */
export type FrameResult = Picture | ImageFault;

/** Fetches a batch and hands over its frames one by one, decoded or with what is wrong; the bytes read. */
export type FrameReader = (
  batch: Batch,
  options: { signal: AbortSignal; onFrame: (index: number, result: FrameResult) => void },
) => Promise<number>;

/** @throws what the source throws: a frame that cannot be shown is a result, a lost network is not. */
export function createFrameReader(options: FrameReaderOptions): FrameReader {
  const { plan, slides, source, decode = decodeFrame } = options;
  const palettes = createPalettes(plan, source);

  const decoded = async (index: number, bytes: Uint8Array, signal: AbortSignal): Promise<FrameResult> => {
    const { instance: { transferSyntaxUid }, instance, image, frame } = slides[index];
    if (!image) return new ImageFault("no-pixels");
    const format = image.pixels;
    const coloured = format.photometricInterpretation === "PALETTE COLOR" && format.palette;
    const palette = coloured ? await palettes(instance, signal) : null;
    try {
      return await decode({ bytes, transferSyntaxUid, format, frame, palette });
    } catch (error) {
      return error instanceof ImageFault ? error : new ImageFault("pixels-corrupt");
    }
  };

  return async function read(batch, { signal, onFrame }) {
    const data = await source.bytes(plan, batch.extent, signal);
    for (const index of batch.indices) {
      const result = await decoded(index, frameBytes(slides[index], batch, data), signal);
      if (signal.aborted) break;
      onFrame(index, result);
    }
    return data.length;
  };
}
