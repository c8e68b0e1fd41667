/** Looking things up in a data set: by tag, as text, number, bytes or items. */
import { type CharacterSet, characterSetOf, decodeText, NO_CHARACTER_SET } from "./character-sets.ts";
import { type ElementExtent, type Scan, scanItems, UNKNOWN } from "./elements.ts";
import { DicomError } from "./error.ts";
import type { Encoding, Source } from "./header.ts";
import { MAX_DEPTH, MAX_TEXT_BYTES } from "./limits.ts";
import { numbersFrom } from "./numbers.ts";
import { binaryVrs, Tag } from "./tags.ts";

/**
 * The elements of a file, or of one item of a sequence. Tags are numbers (`0x00100010`). An element that is
 * absent and one that is empty answer alike.
 */
export interface DataSet {
  /** Tags there are, in the order of the file. */
  readonly tags: readonly number[];
  /** Where the value lies in the bytes that were read, and how it is written. */
  element(tag: number): ElementExtent | undefined;
  /** The value as stored, padding included: a view, not a copy. */
  bytes(tag: number): Uint8Array;
  /** The first value, decoded, without padding; empty when there is none. */
  text(tag: number): string;
  /** All values, decoded, without padding. ST, LT, UT and UR are one value (PS3.5 §6.4). Cut after 1 MiB. */
  texts(tag: number): string[];
  /** The first value; null when there is none or it is no number. */
  number(tag: number): number | null;
  /** All values, of binary VRs or of IS and DS; NaN where one is no number. */
  numbers(tag: number): number[];
  /**
   * The items of a sequence.
   * @throws {DicomError} where the sequence is damaged or nested too deep.
   */
  items(tag: number): readonly DataSet[];
}

export interface DataSetContext {
  readonly source: Source;
  readonly encoding: Encoding;
  readonly characterSet?: CharacterSet;
  readonly depth?: number;
}

const ONE_VALUE = new Set(["ST", "LT", "UT", "UR"]);
const NO_BYTES = new Uint8Array(0);

/** The lookup over elements that were found by a scan. */
export function createDataSet({ elements }: Scan, context: DataSetContext): DataSet {
  const { source, encoding, depth = 0 } = context;
  const itemsRead = new Map<number, readonly DataSet[]>();

  const bytes = (tag: number): Uint8Array => {
    const found = elements.get(tag);
    return found ? source.bytes.subarray(found.start, found.start + found.length) : NO_BYTES;
  };
  const characterSet = elements.has(Tag.SpecificCharacterSet)
    ? characterSetOf(splitValues(asciiText(bytes(Tag.SpecificCharacterSet))))
    : context.characterSet ?? NO_CHARACTER_SET;

  const texts = (tag: number): string[] => {
    const value = decodeText(bytes(tag).subarray(0, MAX_TEXT_BYTES), characterSet);
    const values = ONE_VALUE.has(elements.get(tag)?.vr ?? "") ? [trimmed(value)] : splitValues(value);
    return values.length === 1 && values[0] === "" ? [] : values;
  };
  const numbers = (tag: number): number[] => {
    const found = elements.get(tag);
    if (!found) return [];
    const named = found.vr !== "" && found.vr !== "UN";
    const vr = named ? found.vr : binaryVrs[tag] ?? "";
    const binary = numbersFrom(source.view, {
      ...found,
      vr,
      bigEndian: named || found.vr === "" ? encoding.bigEndian : false,
    });
    return binary ?? texts(tag).map(numberFrom);
  };
  const items = (tag: number): readonly DataSet[] => {
    const known = itemsRead.get(tag);
    if (known) return known;
    const read = readItems(tag);
    itemsRead.set(tag, read);
    return read;
  };
  const readItems = (tag: number): readonly DataSet[] => {
    const found = elements.get(tag);
    if (!found || !["SQ", "UN", ""].includes(found.vr)) return [];
    if (depth >= MAX_DEPTH) throw new DicomError("too-deep");
    const inner = found.vr === "UN" ? UNKNOWN : encoding;
    const stretch = { at: found.start, end: found.start + found.length, encoding: inner };
    return scanItems(source, stretch).map((scan) =>
      createDataSet(scan, { source, encoding: inner, characterSet, depth: depth + 1 })
    );
  };

  return {
    get tags() {
      return [...elements.keys()];
    },
    element: (tag) => elements.get(tag),
    bytes,
    text: (tag) => texts(tag)[0] ?? "",
    texts,
    number: (tag) => {
      const first = numbers(tag)[0];
      return Number.isFinite(first) ? first : null;
    },
    numbers,
    items,
  };
}

const splitValues = (text: string): string[] => text.split("\\").map(trimmed);

const asciiText = (bytes: Uint8Array): string =>
  decodeText(bytes.subarray(0, MAX_TEXT_BYTES), NO_CHARACTER_SET);

/** Without padding: spaces, and the zero that pads UIDs. */
const trimmed = (text: string): string => text.replaceAll("\0", "").trim();

/** A DS or IS; some Italian devices write the decimal comma. */
function numberFrom(text: string): number {
  return text === "" ? NaN : Number(text.replace(",", "."));
}
