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
 * One list of fragments a frame, fewer where the file is `partial`; null where nothing tells which belong
 * together.
 */
export function framesOfFragments(
  source: Source,
  { fragments, offsets }: Fragments,
  { frames, dataSet, partial }: { frames: number; dataSet: DataSet; partial: boolean },
): Extent[][] | null {
  if (fragments.length === 0) return [];
  if (frames === 1) return [[...fragments]];
  const byTable = (table: readonly number[]) => groupedAt(fragments, { offsets: table, frames, partial });
  const tabled = byTable(extendedOffsets(source, dataSet)) ?? byTable(offsets);
  if (tabled) return tabled;
  if (fragments.length <= frames) return fragments.map((fragment) => [fragment]);
  const marked = groupedByMarker(source, fragments);
  return marked && (partial ? marked.length <= frames : marked.length === frames) ? marked : null;
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

/** Null unless each frame has an offset, rising from 0, at a fragment's start or past a cut file's end. */
function groupedAt(
  fragments: readonly Extent[],
  { offsets, frames, partial }: { offsets: readonly number[]; frames: number; partial: boolean },
): Extent[][] | null {
  if (offsets.length !== frames || offsets[0] !== 0) return null;
  if (offsets.some((offset, i) => i > 0 && offset <= offsets[i - 1])) return null;
  const base = fragments[0][0];
  const indexOf = new Map(fragments.map(([start], i) => [start - base, i]));
  const [last, length] = fragments[fragments.length - 1];
  const there = offsets.filter((offset) => offset < last + length - base);
  if (there.length < frames && !partial) return null;
  const firsts = there.map((offset) => indexOf.get(offset) ?? -1);
  if (firsts.includes(-1)) return null;
  return firsts.map((first, i) => fragments.slice(first, firsts[i + 1] ?? fragments.length));
}

/** Without a table a frame begins where a code stream does: JPEG's SOI, JPEG 2000's SOC. */
function groupedByMarker({ bytes }: Source, fragments: readonly Extent[]): Extent[][] | null {
  const groups: Extent[][] = [];
  for (const fragment of fragments) {
    const [at, length] = fragment;
    const begins = length > 2 && bytes[at] === 0xff &&
      (bytes[at + 1] === 0xd8 || (bytes[at + 1] === 0x4f && bytes[at + 2] === 0xff));
    if (begins) groups.push([fragment]);
    else if (groups.length > 0) groups[groups.length - 1].push(fragment);
    else return null;
  }
  return groups;
}
