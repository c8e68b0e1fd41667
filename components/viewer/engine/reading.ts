import type { SeriesPlan, SeriesSummary, Study } from "@tuodossier/sdk";
import type { PixelCache } from "./cache.ts";
import { createLoader, type Loader } from "./loader.ts";
import type { Picture } from "./picture.ts";
import { readPreview } from "./previews.ts";
import type { Slide } from "./slides.ts";
import type { ViewerSource } from "./source.ts";
import { FITTED, type View } from "./view.ts";
import { defaultWindow, type Window } from "./window.ts";

/** One series of the study on the screen. */
export interface SeriesState {
  readonly summary: SeriesSummary;
  plan: SeriesPlan | null;
  /** Why its plan could not be read. */
  error: unknown;
  /** Null until it is there, or where there is none to make. */
  preview: HTMLCanvasElement | null;
}

/** How a person looks at a series; kept while they look at another. */
export interface Sight {
  index: number;
  view: View;
  /** Null: as each image's data say. */
  window: Window | null;
  inverted: boolean;
}

/** A study being looked at: which series, which image, and how. */
export interface Reading {
  readonly study: Study | null;
  readonly series: readonly SeriesState[];
  readonly current: number;
  readonly sight: Sight;
  readonly loader: Loader | null;
  readonly slide: Slide | null;
  readonly picture: Picture | null;
  /** The window in use; null while no picture is there. */
  readonly window: Window | null;
  /** Why nothing arrives: the study, the series' plan or its bytes. */
  readonly error: unknown;
  readonly pending: boolean;
  open(): Promise<void>;
  select(series: number): Promise<void>;
  /** To an image by number, from 0; beyond the ends it stays at the end. `direction`: where it goes on. */
  go(index: number, direction?: 1 | -1): void;
  look(change: Partial<Omit<Sight, "index">>): void;
  /** Takes up again what an error stopped. */
  retry(): void;
  stop(): void;
}

const unseen = (): Sight => ({ index: 0, view: FITTED, window: null, inverted: false });

/** Starts with `open()`. `onChange` is called whenever anything above changes. */
export function createReading(
  { source, cache, onChange }: { source: ViewerSource; cache: PixelCache; onChange: () => void },
): Reading {
  const life = new AbortController();
  const sights = new Map<number, Sight>();
  const automatic = new WeakMap<Loader, Window>();
  let study: Study | null = null;
  let series: SeriesState[] = [];
  let current = 0;
  let loader: Loader | null = null;
  let error: unknown = null;
  let pending = false;
  let previewing = false;

  const sight = () => {
    const own = sights.get(current) ?? unseen();
    sights.set(current, own);
    return own;
  };
  /** The data's own window differs from image to image; where there is none the first one's serves them all. */
  const windowNow = (): Window | null => {
    const slide = loader?.slides[sight().index], picture = loader?.picture(sight().index);
    if (!loader || !slide || !picture) return null;
    const kept = automatic.get(loader);
    if (slide.image?.geometry.windows.length || !kept) {
      const window = defaultWindow(slide, picture);
      if (!slide.image?.geometry.windows.length) automatic.set(loader, window);
      return sight().window ?? window;
    }
    return sight().window ?? kept;
  };

  const planOf = async (state: SeriesState): Promise<SeriesPlan> =>
    state.plan ??= await source.plan(state.summary.id, life.signal);

  /** What `act` fails with is kept as the error; what comes after `stop()` is nobody's. */
  const guarded = async (act: () => Promise<void>) => {
    [pending, error] = [true, null];
    onChange();
    try {
      await act();
    } catch (failure) {
      if (!life.signal.aborted) error = failure;
    } finally {
      pending = false;
      if (!life.signal.aborted) onChange();
    }
  };

  const start = async (index: number) => {
    const plan = await planOf(series[index]);
    if (life.signal.aborted || index !== current || loader?.plan === plan) return;
    loader?.stop();
    loader = createLoader({ plan, source, cache, onChange: changed });
    const own = sight();
    own.index = Math.min(own.index, Math.max(loader.slides.length - 1, 0));
    if (loader.slides.length > 0) loader.focus(own.index, 1);
  };

  const changed = () => {
    onChange();
    const here = loader?.picture(sight().index) ?? loader?.fault(sight().index);
    if (here && !previewing) preview();
  };

  /** One series after the other, once the first image is on the screen. */
  const preview = async () => {
    previewing = true;
    for (const state of series) {
      try {
        const plan = await planOf(state);
        state.preview ??= await readPreview(plan, { source, signal: life.signal });
      } catch (failure) {
        state.error = failure;
      }
      if (life.signal.aborted) return;
      onChange();
    }
  };

  const reading: Reading = {
    get study() {
      return study;
    },
    get series() {
      return series;
    },
    get current() {
      return current;
    },
    get sight() {
      return sight();
    },
    get loader() {
      return loader;
    },
    get slide() {
      return loader?.slides[sight().index] ?? null;
    },
    get picture() {
      return loader?.picture(sight().index) ?? null;
    },
    get window() {
      return windowNow();
    },
    get error() {
      return error ?? loader?.stalled ?? null;
    },
    get pending() {
      return pending;
    },
    open: () =>
      guarded(async () => {
        study = await source.study(life.signal);
        series = study.series.map((summary) => ({ summary, plan: null, error: null, preview: null }));
        if (series.length > 0) await start(current);
      }),
    async select(index) {
      if (!series[index] || (index === current && loader)) return;
      loader?.stop();
      loader = null;
      current = index;
      await guarded(() => start(index));
    },
    go(index, towards) {
      if (!loader || loader.slides.length === 0) return;
      const to = Math.min(Math.max(index, 0), loader.slides.length - 1);
      const own = sight();
      const direction = towards ?? (to < own.index ? -1 : 1);
      if (to === own.index) return;
      own.index = to;
      loader.focus(to, direction);
      onChange();
    },
    look(change) {
      Object.assign(sight(), change);
      onChange();
    },
    retry() {
      if (error === null) loader?.retry();
      else if (!study) reading.open();
      else guarded(() => start(current));
      previewing = false;
    },
    stop() {
      life.abort();
      loader?.stop();
    },
  };
  return reading;
}
