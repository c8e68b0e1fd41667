/** From stored values to values shown: rescale and windows (DICOM PS3.3 C.11.1, C.11.2). */
import type { VoiWindow } from "../contract/imaging.ts";
import type { DataSet } from "./data-set.ts";
import { clipped } from "./facts.ts";
import { MAX_WINDOWS } from "./limits.ts";
import { Tag } from "./tags.ts";

/** Slope and intercept; a slope of zero would make every pixel alike, and counts as none. */
export function rescaleOf(dataSet: DataSet): { rescaleSlope: number; rescaleIntercept: number } | null {
  const slope = dataSet.number(Tag.RescaleSlope);
  const intercept = dataSet.number(Tag.RescaleIntercept);
  if (slope === null && intercept === null) return null;
  return { rescaleSlope: slope || 1, rescaleIntercept: intercept ?? 0 };
}

/** Windows with a width to show something; their names where the data set gives any. */
export function windowsOf(dataSet: DataSet): VoiWindow[] {
  const centers = dataSet.numbers(Tag.WindowCenter);
  const widths = dataSet.numbers(Tag.WindowWidth);
  const labels = dataSet.texts(Tag.WindowCenterWidthExplanation);
  return centers
    .slice(0, MAX_WINDOWS)
    .map((center, i) => ({ center, width: widths[i] ?? NaN, label: clipped(labels[i] ?? "") || null }))
    .filter(({ center, width }) => Number.isFinite(center) && width > 0 && Number.isFinite(width));
}
