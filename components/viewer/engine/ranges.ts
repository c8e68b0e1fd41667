import type { Extent } from "@tuodossier/sdk";
import type { Slide } from "./slides.ts";

/** Frames fetched in one request, and the stretch of the series that holds them. */
export interface Batch {
  readonly indices: readonly number[];
  readonly extent: Extent;
}

export interface BatchLimits {
  readonly bytes: number;
  readonly frames: number;
  /** Bytes between two frames (a file's header) that are cheaper to read than to ask twice. */
  readonly gap: number;
}

/** The stretch that holds all fragments of a frame. */
export function frameExtent(slide: Slide): Extent {
  const fragments = slide.image?.pixels.frames[slide.frame] ?? [];
  return fragments.reduce<Extent>(
    ([start, length], [from, size]) => {
      const first = Math.min(start, from);
      return [first, Math.max(start + length, from + size) - first];
    },
    fragments[0] ?? [0, 0],
  );
}

/**
 * The next request: the most wanted frame, together with those wanted right after it that lie beside it.
 * `order` is not empty.
 */
export function nextBatch(slides: readonly Slide[], order: readonly number[], limits: BatchLimits): Batch {
  const indices = [order[0]];
  let [start, length] = frameExtent(slides[order[0]]);
  for (const index of order.slice(1, limits.frames)) {
    const [from, size] = frameExtent(slides[index]);
    const beside = from >= start + length
      ? from - (start + length) <= limits.gap
      : from + size <= start && start - (from + size) <= limits.gap;
    const first = Math.min(start, from);
    const whole = Math.max(start + length, from + size) - first;
    if (!beside || whole > limits.bytes) break;
    indices.push(index);
    [start, length] = [first, whole];
  }
  return { indices, extent: [start, length] };
}

/** A frame's own bytes out of a batch's; fragments are joined. */
export function frameBytes(slide: Slide, batch: Batch, bytes: Uint8Array): Uint8Array {
  const fragments = slide.image?.pixels.frames[slide.frame] ?? [];
  const parts = fragments.map(([from, size]) =>
    bytes.subarray(from - batch.extent[0], from - batch.extent[0] + size)
  );
  if (parts.length === 1) return parts[0];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
}
