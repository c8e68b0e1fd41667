import type { Reading } from "./engine/reading.ts";
import { FITTED, flipped, panned, turned, type View, zoomed } from "./engine/view.ts";
import type { Window } from "./engine/window.ts";

/** What a person can do by button or key. Those of `HostAction` are the element's own. */
export type SightAction =
  | "next"
  | "previous"
  | "forward"
  | "backward"
  | "first"
  | "last"
  | "nextSeries"
  | "previousSeries"
  | "zoomIn"
  | "zoomOut"
  | "fit"
  | "left"
  | "right"
  | "up"
  | "down"
  | "rotate"
  | "flipHorizontal"
  | "flipVertical"
  | "invert"
  | "brighter"
  | "darker"
  | "moreContrast"
  | "lessContrast"
  | "reset";

export type HostAction =
  | "fullSize"
  | "cine"
  | "texts"
  | "fullScreen"
  | "snapshot"
  | "keys"
  | "export"
  | "close";

export type Action = SightAction | HostAction;

/** Device pixels of one step of moving. */
const STEP = 60;

/** The actions that only change what is looked at, and how. */
export const sightActions: Readonly<Record<SightAction, (reading: Reading) => void>> = {
  next: (reading) => reading.go(reading.sight.index + 1),
  previous: (reading) => reading.go(reading.sight.index - 1),
  forward: (reading) => reading.go(reading.sight.index + 10),
  backward: (reading) => reading.go(reading.sight.index - 10),
  first: (reading) => reading.go(0),
  last: (reading) => reading.go(Infinity),
  nextSeries: (reading) => reading.select(reading.current + 1),
  previousSeries: (reading) => reading.select(reading.current - 1),
  zoomIn: (reading) => seen(reading, (view) => zoomed(view, 1.25)),
  zoomOut: (reading) => seen(reading, (view) => zoomed(view, 0.8)),
  fit: (reading) => seen(reading, (view) => ({ ...view, zoom: 1, panX: 0, panY: 0 })),
  left: (reading) => seen(reading, (view) => panned(view, -STEP, 0)),
  right: (reading) => seen(reading, (view) => panned(view, STEP, 0)),
  up: (reading) => seen(reading, (view) => panned(view, 0, -STEP)),
  down: (reading) => seen(reading, (view) => panned(view, 0, STEP)),
  rotate: (reading) => seen(reading, turned),
  flipHorizontal: (reading) => seen(reading, (view) => flipped(view, "horizontal")),
  flipVertical: (reading) => seen(reading, (view) => flipped(view, "vertical")),
  invert: (reading) => reading.look({ inverted: !reading.sight.inverted }),
  brighter: (reading) => adjust(reading, { across: 0, down: -0.05 }),
  darker: (reading) => adjust(reading, { across: 0, down: 0.05 }),
  moreContrast: (reading) => adjust(reading, { across: -0.1, down: 0 }),
  lessContrast: (reading) => adjust(reading, { across: 0.1, down: 0 }),
  reset: (reading) => reading.look({ view: FITTED, window: null, inverted: false }),
};

export const isSightAction = (action: Action): action is SightAction => action in sightActions;

const seen = (reading: Reading, change: (view: View) => View) =>
  reading.look({ view: change(reading.sight.view) });

/** Widens the window to the right, moves it up (darker) downwards; in parts of its width. */
export function adjust(reading: Reading, by: { readonly across: number; readonly down: number }): void {
  const { window } = reading;
  if (window) reading.look({ window: adjusted(window, by) });
}

export function adjusted({ center, width }: Window, by: { across: number; down: number }): Window {
  return { center: center + by.down * width, width: Math.max(width * (1 + by.across), 1) };
}
