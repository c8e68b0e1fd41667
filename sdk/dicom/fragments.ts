/** Encapsulated pixel data (DICOM PS3.5 §A.4): fragments, and which of them make a frame. */
import type { Extent } from "../contract/imaging.ts";
import type { DataSet } from "./data-set.ts";
import { type ElementExtent, UNKNOWN } from "./elements.ts";
import { readHeader, type Source } from "./header.ts";
import { MAX_FRAGMENTS } from "./limits.ts";
import { Tag } from "./tags.ts";

export interface Fragments {
  /** Basic offset table: 32-bit offsets of the frames, counted from the first fragment's item. */
  readonly offsets: readonly number[];
  /** In the order of the file. */
  readonly fragments: readonly Extent[];
  /** The file ends, or makes no sense, inside or right behind the last fragment listed. */
  readonly cut: boolean;
}

const ITEM_HEADER = 8;

/** Lists the fragments, the last one up to the end there is. Never throws. */
export function fragmentsOf(source: Source, { start, length }: ElementExtent): Fragments {
  const end = start + length;
  const items: Extent[] = [];
  let at = start;
  let cut = false;
  while (end - at >= ITEM_HEADER && !cut) {
    const header = readHeader(source, { at, end, encoding: UNKNOWN });
    cut = header.tag !== Tag.Item || header.valueAt + header.length > end || items.length > MAX_FRAGMENTS;
    if (header.tag === Tag.Item) items.push([header.valueAt, Math.min(header.length, end - header.valueAt)]);
    at = header.valueAt + header.length;
  }
  const [table, ...fragments] = items;
  return { offsets: table ? offsetsIn(source, table) : [], fragments, cut };
}

/**
 * One list of fragments a frame, fewer where the file is cut; null where nothing tells which belong together.
 */
export function framesOfFragments(
  source: Source,
  { fragments, offsets }: Fragments,
  { frames, dataSet }: { frames: number; dataSet: DataSet },
): Extent[][] | null {
  if (fragments.length === 0) return [];
  if (frames === 1) return [[...fragments]];
  const extended = extendedOffsets(source, dataSet);
  return groupedAt(fragments, extended, frames) ??
    groupedAt(fragments, offsets, frames) ??
    (fragments.length <= frames
      ? fragments.map((fragment) => [fragment])
      : groupedByMarker(source, fragments, frames));
}

function offsetsIn({ view }: Source, [start, length]: Extent): number[] {
  return Array.from(
    { length: Math.min(length >> 2, MAX_FRAGMENTS) },
    (_, i) => view.getUint32(start + i * 4, true),
  );
}

/** Extended offset table (PS3.3 C.7.6.3.1.8): 64-bit offsets. */
function extendedOffsets({ view }: Source, dataSet: DataSet): number[] {
  const table = dataSet.element(Tag.ExtendedOffsetTable);
  if (!table) return [];
  return Array.from(
    { length: Math.min(table.length >> 3, MAX_FRAGMENTS) },
    (_, i) => Number(view.getBigUint64(table.start + i * 8, true)),
  );
}

/** Null unless there is an offset a frame, all rising, each at the start of a fragment or past a cut. */
function groupedAt(
  fragments: readonly Extent[],
  offsets: readonly number[],
  frames: number,
): Extent[][] | null {
  if (offsets.length !== frames) return null;
  const base = fragments[0][0] - ITEM_HEADER;
  const starts = new Map(fragments.map(([start], i) => [start - ITEM_HEADER - base, i]));
  const firsts = offsets.map((offset) => starts.get(offset) ?? -1);
  const present = firsts.filter((first) => first >= 0).length;
  const rising = firsts.every((first, i) =>
    i >= present ? first < 0 : i === 0 ? first === 0 : first > firsts[i - 1]
  );
  if (!rising || present === 0) return null;
  return firsts.slice(0, present).map((first, i) =>
    fragments.slice(first, i + 1 < present ? firsts[i + 1] : fragments.length)
  );
}

/** Without a table a frame begins where a code stream does: JPEG's SOI, JPEG 2000's SOC. */
function groupedByMarker(
  { bytes }: Source,
  fragments: readonly Extent[],
  frames: number,
): Extent[][] | null {
  const groups: Extent[][] = [];
  for (const fragment of fragments) {
    const [at, length] = fragment;
    const begins = length > 2 && bytes[at] === 0xff &&
      (bytes[at + 1] === 0xd8 || (bytes[at + 1] === 0x4f && bytes[at + 2] === 0xff));
    if (begins) groups.push([fragment]);
    else if (groups.length > 0) groups[groups.length - 1].push(fragment);
    else return null;
  }
  return groups.length === frames ? groups : null;
}
