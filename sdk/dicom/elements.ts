/**
 * Finding the elements of a data set: one pass over headers, values neither copied nor looked into.
 * Our own rather than daikon's: 13 kB gz whole against 252, 0.25 ms a CT against 1, no recursion, bounds.
 */
import { DicomError } from "./error.ts";
import { type Encoding, readHeader, type Source, type Stretch, UNDEFINED_LENGTH } from "./header.ts";
import { MAX_DEPTH, MAX_ELEMENTS, MAX_ITEMS, MAX_STEPS } from "./limits.ts";
import { Tag } from "./tags.ts";

/** Where an element's value lies. */
export interface ElementExtent {
  readonly tag: number;
  /** Empty where the data set does not say. */
  readonly vr: string;
  readonly start: number;
  /** Bytes there are: of an undefined length, without the closing delimiter. */
  readonly length: number;
  /** A sequence, or fragments, of undefined length (PS3.5 §7.5.1, §A.4). */
  readonly undefinedLength: boolean;
  /** The file ends inside this value: only pixel data are taken so. */
  readonly cut: boolean;
}

export interface Scan {
  readonly elements: ReadonlyMap<number, ElementExtent>;
  /** Where the data set, or the item with its delimiter, ends. */
  readonly next: number;
}

/** A UN of undefined length holds implicit little endian, whatever surrounds it (PS3.5 §6.2.2). */
export const UNKNOWN: Encoding = { explicit: false, bigEndian: false };

const PIXELS = 0x7fe00000;

/**
 * The elements between two positions, or up to the delimiter of an item. What follows pixel data and makes no
 * sense is padding, and ends the scan.
 *
 * @throws {DicomError} `truncated`, `malformed`, `too-deep`, `too-large`.
 */
export function scanElements(source: Source, stretch: Stretch): Scan {
  const { end, encoding } = stretch;
  const elements = new Map<number, ElementExtent>();
  let at = stretch.at;
  let pixelsSeen = false;
  for (let count = 0; at < end; count++) {
    try {
      if (count >= MAX_ELEMENTS) throw new DicomError("too-large");
      if (end - at < 8 && isZero(source, { at, end })) break;
      const { tag, vr, length, valueAt } = readHeader(source, { at, end, encoding });
      if (tag === Tag.ItemDelimitation) return { elements, next: valueAt };
      if (tag >= Tag.Item) {
        // A sequence's leftover without its header: stepped over, as its items say how long they are.
        at = length === UNDEFINED_LENGTH ? valueAt : valueAt + length;
        continue;
      }
      const isPixels = tag >= PIXELS && tag < PIXELS + 0x10000;
      const value = length === UNDEFINED_LENGTH
        ? undefinedValue(source, { at: valueAt, end, encoding: vr === "UN" ? UNKNOWN : encoding })
        : { length: Math.min(length, end - valueAt), next: valueAt + length, cut: valueAt + length > end };
      if (value.cut && !isPixels) throw new DicomError("truncated");
      if (!elements.has(tag)) {
        elements.set(tag, {
          tag,
          vr,
          start: valueAt,
          length: value.length,
          undefinedLength: length === UNDEFINED_LENGTH,
          cut: value.cut,
        });
      }
      pixelsSeen ||= isPixels && tag !== PIXELS;
      at = value.next;
    } catch (error) {
      if (!pixelsSeen) throw error;
      break;
    }
  }
  return { elements, next: Math.min(at, end) };
}

/** The items of a sequence: the stretch of each item's elements, in the order of the file. */
export function scanItems(source: Source, stretch: Stretch): Scan[] {
  const items: Scan[] = [];
  let at = stretch.at;
  while (stretch.end - at >= 8) {
    const { tag, length, valueAt } = readHeader(source, { ...stretch, at });
    if (tag === Tag.SequenceDelimitation) break;
    if (tag !== Tag.Item) throw new DicomError("malformed");
    const end = length === UNDEFINED_LENGTH ? stretch.end : valueAt + length;
    if (end > stretch.end) throw new DicomError("truncated");
    const item = scanElements(source, { at: valueAt, end, encoding: stretch.encoding });
    items.push(item);
    if (items.length > MAX_ITEMS) throw new DicomError("too-large");
    at = length === UNDEFINED_LENGTH ? item.next : end;
  }
  return items;
}

/**
 * Walks over a value of undefined length. A list on the heap instead of calls: nesting costs no stack.
 * Items and values of defined length are stepped over unread.
 */
function undefinedValue(source: Source, stretch: Stretch): { length: number; next: number; cut: boolean } {
  const { end } = stretch;
  const open: { inItem: boolean; encoding: Encoding }[] = [{ inItem: false, encoding: stretch.encoding }];
  let at = stretch.at;
  for (let steps = 0; end - at >= 8; steps++) {
    if (steps >= MAX_STEPS) throw new DicomError("too-large");
    const { inItem, encoding } = open[open.length - 1];
    const { tag, vr, length, valueAt } = readHeader(source, { at, end, encoding });
    const closes = tag === Tag.SequenceDelimitation || (inItem && tag === Tag.ItemDelimitation);
    if (closes) {
      open.pop();
      // A sequence closed where only its item should have been: both are (seen in the field).
      if (inItem && tag === Tag.SequenceDelimitation) open.pop();
      if (open.length === 0) return { length: at - stretch.at, next: valueAt, cut: false };
      at = valueAt;
    } else if (!inItem && tag !== Tag.Item) {
      throw new DicomError("malformed");
    } else if (length !== UNDEFINED_LENGTH) {
      at = valueAt + length;
    } else {
      if (open.length >= 2 * MAX_DEPTH) throw new DicomError("too-deep");
      open.push({ inItem: !inItem, encoding: inItem && vr === "UN" ? UNKNOWN : encoding });
      at = valueAt;
    }
  }
  return { length: Math.max(0, end - stretch.at), next: end, cut: true };
}

function isZero({ bytes }: Source, { at, end }: { at: number; end: number }): boolean {
  return bytes.subarray(at, end).every((byte) => byte === 0);
}
