import type { Extent, ImagePixels, Instance, SeriesPlan } from "@tuodossier/sdk/contract";
import { orderInstances } from "@tuodossier/sdk/dicom";
import type { StoredInstance } from "./stored-instance.ts";

/** A series' instance with the blob it lies in. */
export interface SeriesInstance {
  readonly id: string;
  readonly blobId: string;
  /** Length of the stored file. */
  readonly bytes: number;
  readonly description: StoredInstance;
}

/** A file's place in the bytes of its series. */
export interface PlacedFile {
  readonly blobId: string;
  readonly start: number;
  readonly bytes: number;
  /** Its stored form is a deflated data set: what is served is the file inflated. */
  readonly inflated: boolean;
}

export interface SeriesLayout {
  readonly plan: SeriesPlan;
  readonly files: readonly PlacedFile[];
}

const EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";

/** Lays the files of a series one behind the other in the order they are shown, and points its frames there. */
export function layOut(
  series: Omit<SeriesPlan, "byteLength" | "instances">,
  instances: readonly SeriesInstance[],
): SeriesLayout {
  const files: PlacedFile[] = [];
  const planned: SeriesPlan["instances"] = [];
  let start = 0;
  const byId = instances.map((one) => ({ ...one.description, one }));
  for (const { one } of orderInstances(byId)) {
    const { inflatedBytes, ...description } = one.description;
    const bytes = inflatedBytes ?? one.bytes;
    files.push({ blobId: one.blobId, start, bytes, inflated: inflatedBytes !== undefined });
    planned.push({ id: one.id, ...shifted(description, start), ...inflatedBytes === undefined ? {} : PLAIN });
    start += bytes;
  }
  return { plan: { ...series, byteLength: start, instances: planned }, files };
}

const PLAIN = { transferSyntaxUid: EXPLICIT_LITTLE_ENDIAN };

const shifted = (instance: Instance, by: number): Instance =>
  instance.pixels ? { ...instance, pixels: shiftedPixels(instance.pixels, by) } : instance;

function shiftedPixels(pixels: ImagePixels, by: number): ImagePixels {
  const shift = ([offset, length]: Extent): Extent => [offset + by, length];
  const { palette, frames } = pixels;
  return {
    ...pixels,
    frames: frames.map((extents) => extents.map(shift)),
    palette: palette && {
      ...palette,
      red: shift(palette.red),
      green: shift(palette.green),
      blue: shift(palette.blue),
    },
  };
}

/** A stretch of one file. */
export interface FileStretch {
  readonly file: PlacedFile;
  readonly offset: number;
  readonly length: number;
}

/** The files that bytes `start` to `end` (not included) of a series touch. */
export function stretchesOf(files: readonly PlacedFile[], start: number, end: number): FileStretch[] {
  const stretches: FileStretch[] = [];
  for (let i = firstTouched(files, start); i < files.length && files[i].start < end; i++) {
    const file = files[i];
    const offset = Math.max(0, start - file.start);
    const length = Math.min(file.bytes, end - file.start) - offset;
    if (length > 0) stretches.push({ file, offset, length });
  }
  return stretches;
}

/** The last file that begins at or before a position, found by halving. */
function firstTouched(files: readonly PlacedFile[], position: number): number {
  let [low, high] = [0, files.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (files[middle].start <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The tag of a series' bytes. Instances are only added or removed, and ids grow with time: their number and the
 * newest id tell one state from every other.
 */
export const seriesTag = ({ count, newest }: { count: number; newest: string }): string =>
  `"${count}-${newest}"`;
