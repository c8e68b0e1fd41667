import type { ImagePixels } from "@tuodossier/sdk";
import type { Reading } from "./reading.ts";

/** Numbers that say what is on the screen; no fact of the patient among them. */
export interface Position {
  /** As the series calls itself, else its place in the list. */
  readonly series: number;
  /** From 1. */
  readonly image: number;
  readonly images: number;
  readonly center: number | null;
  readonly width: number | null;
}

export function positionOf(reading: Reading): Position {
  const { loader, window, sight, current, series } = reading;
  return {
    series: series[current]?.summary.number ?? current + 1,
    image: sight.index + 1,
    images: loader?.slides.length ?? 0,
    center: window && rounded(window.center),
    width: window && rounded(window.width),
  };
}

/** Whole numbers, but for windows so narrow that they would say nothing. */
const rounded = (value: number): number =>
  Math.abs(value) >= 10 ? Math.round(value) : Number(value.toFixed(2));

/** Milliseconds from frame to frame of what is on the screen. */
export const frameTimeOf = (reading: Reading): ImagePixels["frameTime"] =>
  reading.slide?.image?.pixels.frameTime ?? null;
