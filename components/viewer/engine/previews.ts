import type { SeriesPlan } from "@tuodossier/sdk";
import { ImageFault } from "./faults.ts";
import { createFrameReader } from "./frame-reader.ts";
import type { Picture } from "./picture.ts";
import { nextBatch } from "./ranges.ts";
import { pictureBytes, slidesOf } from "./slides.ts";
import type { ViewerSource } from "./source.ts";
import { paintThumbnail } from "./thumbnail.ts";
import { defaultWindow } from "./window.ts";

/** Larger frames are not fetched for a thumbnail alone. */
const LARGEST = 24 * 1024 * 1024;
/** Of a thumbnail, in pixels: twice what a screen of ordinary density needs. */
const SIDE = 192;

/** A series' middle frame as a small canvas; null where it has none, or one too large for its use. */
export async function readPreview(
  plan: SeriesPlan,
  { source, signal }: { source: ViewerSource; signal: AbortSignal },
): Promise<HTMLCanvasElement | null> {
  const slides = slidesOf(plan);
  const shown = slides.flatMap(({ image }, index) => image ? [index] : []);
  const middle = shown[Math.floor(shown.length / 2)];
  if (middle === undefined || pictureBytes(slides[middle]) > LARGEST) return null;
  let picture: Picture | null = null;
  const batch = nextBatch(slides, [middle], { bytes: LARGEST, frames: 1, gap: 0 });
  const onFrame = (_: number, result: Picture | ImageFault) => {
    if (!(result instanceof ImageFault)) picture = result;
  };
  await createFrameReader({ plan, slides, source })(batch, { signal, onFrame });
  const { image } = slides[middle];
  if (!picture || !image) return null;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIDE;
  paintThumbnail(canvas, picture, { image, window: defaultWindow(slides[middle], picture) });
  return canvas;
}
