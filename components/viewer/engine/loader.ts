import type { SeriesPlan } from "@tuodossier/sdk";
import type { PixelCache } from "./cache.ts";
import { type CodedFrame, decodeFrame } from "./decode.ts";
import { ImageFault } from "./faults.ts";
import { wantedOrder } from "./order.ts";
import { createPalettes } from "./palettes.ts";
import type { Picture } from "./picture.ts";
import { type Batch, frameBytes, nextBatch } from "./ranges.ts";
import { pictureBytes, type Slide, slidesOf } from "./slides.ts";
import type { ViewerSource } from "./source.ts";

export interface LoaderOptions {
  readonly plan: SeriesPlan;
  readonly source: ViewerSource;
  readonly cache: PixelCache;
  readonly decode?: (frame: CodedFrame) => Promise<Picture>;
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
  const { plan, source, cache, onChange, decode = decodeFrame } = options;
  const slides = slidesOf(plan);
  const faults = new Map<number, ImageFault>();
  const jobs = new Set<Job>();
  const palettes = createPalettes(plan, source);
  const largest = Math.max(1, ...slides.slice(0, 1000).map(pictureBytes));
  const capacity = Math.floor(cache.budget * 0.9 / largest);
  let at = { index: 0, direction: 1 as 1 | -1 };
  let bytes = 0;
  let stalled: unknown = null;
  let stopped = false;
  const shelf = cache.open(`${plan.id} ${plan.etag}`, (index) => Math.abs(index - at.index));

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
      const data = await source.bytes(plan, batch.extent, signal);
      bytes += data.length;
      for (const index of batch.indices) {
        if (stopped || signal.aborted) break;
        await decoded(index, frameBytes(slides[index], batch, data), signal);
        onChange();
      }
    } catch (error) {
      if (!signal.aborted) stall(error);
    } finally {
      jobs.delete(job);
      pump();
    }
  };

  const decoded = async (index: number, data: Uint8Array, signal: AbortSignal) => {
    const { instance, image, frame } = slides[index];
    if (!image) return;
    const palette = image.pixels.palette ? await palettes(instance, signal) : null;
    try {
      const { transferSyntaxUid } = instance;
      shelf.set(
        index,
        await decode({ bytes: data, transferSyntaxUid, format: image.pixels, frame, palette }),
      );
    } catch (error) {
      faults.set(index, error instanceof ImageFault ? error : new ImageFault("pixels-corrupt"));
    }
  };

  const stall = (error: unknown) => {
    stalled = error ?? new Error("stalled");
    for (const { controller } of jobs) controller.abort();
    onChange();
  };

  /** Gives up what was left behind, and makes room at once for what is on the screen. */
  const abandon = () => {
    const distance = ({ batch }: Job) => Math.min(...batch.indices.map((i) => Math.abs(i - at.index)));
    for (const job of jobs) if (distance(job) > LEFT_BEHIND) job.controller.abort();
    const waited = !shelf.get(at.index) && !faults.has(at.index) &&
      ![...jobs].some((job) => distance(job) === 0);
    const running = [...jobs].filter(({ controller }) => !controller.signal.aborted);
    if (!waited || running.length < JOBS) return;
    running.sort((a, b) => distance(b) - distance(a))[0].controller.abort();
  };

  return {
    plan,
    slides,
    get progress() {
      const ready = slides.filter((_, index) => faults.has(index) || shelf.get(index)).length;
      return { ready, total: slides.length, bytes };
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
