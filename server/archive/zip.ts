/** A ZIP archive as a view: its length and every byte of it are known before any content is read. */
import {
  centralHeader,
  centralHeaderLength,
  endLength,
  endRecords,
  localHeader,
  localHeaderLength,
  type ZipEntry,
} from "./zip-headers.ts";

export type { ZipEntry } from "./zip-headers.ts";

/** Where everything lies. */
export interface ZipLayout {
  readonly entries: readonly ZipEntry[];
  /** Offset of each entry's local header; behind the last, that of the central directory. */
  readonly localAt: Float64Array;
  /** Offset of each entry's central header; behind the last, that of the end records. */
  readonly centralAt: Float64Array;
  /** Length of the whole archive. */
  readonly bytes: number;
}

/** A stretch of the archive: bytes at hand, or a stretch of an entry's content. */
export type Segment = Uint8Array | {
  readonly entry: number;
  readonly offset: number;
  readonly length: number;
};

/**
 * Lays the entries out in their order, contents untouched.
 *
 * @example
 * ```ts
 * import { layout } from "./zip.ts";
 * const modified = new Date("2026-11-23T09:30:00Z");
 * const sizes = { bytes: 5, uncompressedBytes: 5, crc32: 0x3610a686, method: 0 as const };
 * const zip = layout([{ name: "A.TXT", modified, ...sizes }]);
 * if (zip.bytes !== (30 + 5) + 5 + (46 + 5) + 22) throw new Error("header, content, directory, end");
 * ```
 */
export function layout(entries: readonly ZipEntry[]): ZipLayout {
  const localAt = offsets(entries, 0, (entry) => localHeaderLength(entry) + entry.bytes);
  const directoryAt = localAt[entries.length];
  const centralAt = offsets(entries, directoryAt, (entry, i) => centralHeaderLength(entry, localAt[i]));
  const endAt = centralAt[entries.length];
  const directory = { entries: entries.length, offset: directoryAt, bytes: endAt - directoryAt };
  return { entries, localAt, centralAt, bytes: endAt + endLength(directory) };
}

/**
 * The segments that make up bytes `start` (included) to `end` (excluded), in order.
 *
 * @throws {RangeError} when the stretch is not within the archive.
 */
export function* segments(zip: ZipLayout, start: number, end: number): Generator<Segment> {
  if (!(start >= 0 && start <= end && end <= zip.bytes)) throw new RangeError("stretch outside the archive");
  const { entries, localAt, centralAt } = zip;
  const count = entries.length;
  for (let i = lastAtOrBefore(localAt, start); i < count && localAt[i] < end; i++) {
    const header = localHeader(entries[i]);
    yield* cut(header, start - localAt[i], end - localAt[i]);
    const contentAt = localAt[i] + header.length;
    const from = Math.max(0, start - contentAt);
    const to = Math.min(entries[i].bytes, end - contentAt);
    if (from < to) yield { entry: i, offset: from, length: to - from };
  }
  for (let i = lastAtOrBefore(centralAt, start); i < count && centralAt[i] < end; i++) {
    yield* cut(centralHeader(entries[i], localAt[i]), start - centralAt[i], end - centralAt[i]);
  }
  const [directoryAt, endAt] = [localAt[count], centralAt[count]];
  if (endAt >= end) return;
  const records = endRecords({ entries: count, offset: directoryAt, bytes: endAt - directoryAt });
  yield* cut(records, start - endAt, end - endAt);
}

function offsets(
  entries: readonly ZipEntry[],
  first: number,
  length: (entry: ZipEntry, index: number) => number,
): Float64Array {
  const at = new Float64Array(entries.length + 1);
  at[0] = first;
  entries.forEach((entry, i) => at[i + 1] = at[i] + length(entry, i));
  return at;
}

/** Index of the last of the rising `offsets` that is not past `position`; 0 when all are. */
function lastAtOrBefore(offsets: Float64Array, position: number): number {
  let [low, high] = [0, offsets.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (offsets[middle] <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

function* cut(bytes: Uint8Array, start: number, end: number): Generator<Uint8Array> {
  const part = bytes.subarray(Math.max(0, start), Math.max(0, Math.min(bytes.length, end)));
  if (part.length) yield part;
}
