import type { SeriesPlan } from "@tuodossier/sdk";
import type { PixelCache } from "./cache.ts";
import { ImageFault } from "./faults.ts";
import { createFrameReader, type FrameReaderOptions } from "./frame-reader.ts";
import { wantedOrder } from "./order.ts";
import type { Picture } from "./picture.ts";
import { type Batch, nextBatch } from "./ranges.ts";
import { pictureBytes, type Slide, slidesOf } from "./slides.ts";
import type { ViewerSource } from "./source.ts";

export interface LoaderOptions extends Pick<FrameReaderOptions, "decode"> {
  readonly plan: SeriesPlan;
  readonly source: ViewerSource;
  readonly cache: PixelCache;
  /** Something arrived, failed or stalled. */
  readonly onChange: () => void;
}

export interface Progress {
  /** Frames that are ready, or known not to be shown. */
  readonly ready: number;
  readonly total: number;
  /** Bytes read so far. */
  readonly bytes: number;
}

/** Loads a series around what is on the screen. */
export interface Loader {
  readonly plan: SeriesPlan;
  readonly slides: readonly Slide[];
  readonly progress: Progress;
  /** Whether anything is on its way. */
  readonly busy: boolean;
  /** Why nothing arrives any more; null while all is well. `retry` goes on. */
  readonly stalled: unknown;
  picture(index: number): Picture | null;
  fault(index: number): ImageFault | null;
  focus(index: number, direction: 1 | -1): void;
  retry(): void;
  stop(): void;
}

interface Job {
  readonly batch: Batch;
  readonly controller: AbortController;
}

/** Requests at once: one for the screen, one behind it; more only wait for each other. */
const JOBS = 2;
const BATCH = { bytes: 2 * 1024 * 1024, frames: 64, gap: 64 * 1024 };
/** A request for frames farther than this from the screen is given up when the person moves on. */
const LEFT_BEHIND = 24;

/** A loader of one series; it starts at the first `focus`. */
export function createLoader(options: LoaderOptions): Loader {
  const { plan, cache, onChange } = options;
  const slides = slidesOf(plan);
  const read = createFrameReader({ ...options, slides });
  const faults = new Map<number, ImageFault>();
  const jobs = new Set<Job>();
  const largest = Math.max(1, ...new Set(slides.map(pictureBytes)));
  const capacity = Math.floor(cache.budget * 0.9 / largest);
  let at = { index: 0, direction: 1 as 1 | -1 };
  let bytes = 0;
  let stalled: unknown = null;
  let stopped = false;
  const shelf = cache.open(shelfKey(plan), (index) => Math.abs(index - at.index));

  slides.forEach(({ fault, instance }, index) => {
    if (fault) faults.set(index, new ImageFault(fault, fault === "not-an-image" ? instance.kind : ""));
  });

  const pump = () => {
    while (!stopped && !stalled && jobs.size < JOBS) {
      const busy = new Set([...jobs].flatMap(({ batch }) => batch.indices));
      const order = wantedOrder({ ...at, count: slides.length, capacity })
        .filter((index) => !shelf.get(index) && !faults.has(index) && !busy.has(index));
      if (order.length === 0) return;
      // What the person waits for comes alone.
      const limits = order[0] === at.index ? { ...BATCH, frames: 1 } : BATCH;
      run({ batch: nextBatch(slides, order, limits), controller: new AbortController() });
    }
  };

  const run = async (job: Job) => {
    jobs.add(job);
    const { batch, controller: { signal } } = job;
    try {
      bytes += await read(batch, {
        signal,
        onFrame: (index, result) => {
          if (result instanceof ImageFault) faults.set(index, result);
          else shelf.set(index, result);
          onChange();
        },
      });
    } catch (error) {
      if (!signal.aborted) stall(error);
    } finally {
      jobs.delete(job);
      pump();
      if (!stopped) onChange();
    }
  };

  const stall = (error: unknown) => {
    stalled = error ?? new Error("stalled");
    for (const { controller } of jobs) controller.abort();
  };

  /** Gives up what was left behind, and makes room at once for what is on the screen. */
  const abandon = () => {
    const distance = ({ batch }: Job) => Math.min(...batch.indices.map((i) => Math.abs(i - at.index)));
    for (const job of jobs) if (distance(job) > LEFT_BEHIND) job.controller.abort();
    if (shelf.get(at.index) || faults.has(at.index)) return;
    const running = [...jobs].filter(({ controller }) => !controller.signal.aborted);
    if (running.length < JOBS || running.some((job) => distance(job) === 0)) return;
    running.sort((a, b) => distance(b) - distance(a))[0].controller.abort();
  };

  return {
    plan,
    slides,
    get progress() {
      const ready = slides.filter((_, index) => faults.has(index) || shelf.get(index)).length;
      return { ready, total: slides.length, bytes };
    },
    get busy() {
      return jobs.size > 0;
    },
    get stalled() {
      return stalled;
    },
    picture: (index) => shelf.get(index),
    fault: (index) => faults.get(index) ?? null,
    focus(index, direction) {
      at = { index, direction };
      abandon();
      pump();
    },
    retry() {
      stalled = null;
      pump();
      onChange();
    },
    stop() {
      stopped = true;
      for (const { controller } of jobs) controller.abort();
      shelf.close();
    },
  };
}

/** The cache's name of a series as it is now. */
export const shelfKey = ({ id, etag }: SeriesPlan): string => `${id} ${etag}`;
