/** Writing data sets, Explicit VR Little Endian (DICOM PS3.5 §7.1.2) and Part 10 files (PS3.10 §7.1). */

/** A value as its VR wants it: texts and UIDs as strings, US/SS/UL/SL/FL/FD as numbers, AT as tag numbers. */
export type ElementValue = string | number | readonly number[] | Uint8Array | readonly DataElement[][];

/** One element. `SQ` takes a list of items, each a list of elements; `OB`/`OW`/`UN` take bytes. */
export interface DataElement {
  /** Group and element in one number, e.g. `0x00100010`. */
  readonly tag: number;
  readonly vr: string;
  readonly value: ElementValue;
}

/** The implementation that wrote a file (PS3.10 §7.1, 0002,0012): below the UUID root of PS3.5 §B.2. */
export const IMPLEMENTATION_CLASS_UID = "2.25.241508216311174498741402823611920236411";
const EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";

/** VRs whose length field has 4 bytes, after two reserved ones (PS3.5 table 7.1-1). */
const LONG_LENGTH = new Set(["OB", "OD", "OF", "OL", "OV", "OW", "SQ", "UC", "UN", "UR", "UT"]);
const NUMBER_BYTES: Readonly<Record<string, number>> = { US: 2, SS: 2, UL: 4, SL: 4, FL: 4, FD: 8, AT: 4 };

const utf8 = new TextEncoder();

/** Short form of {@link DataElement}. */
export const element = (tag: number, vr: string, value: ElementValue): DataElement => ({ tag, vr, value });

/**
 * The bytes of a data set. Elements are sorted by tag; texts are UTF-8, so a set with others than ASCII
 * has to bear (0008,0005) `ISO_IR 192`.
 *
 * @throws {RangeError} when a value is too long for its VR's length field.
 * @example
 * ```ts
 * import { element, writeDataSet } from "@tuodossier/sdk/dicom";
 * const bytes = writeDataSet([element(0x00100020, "LO", "PAT-1")]);
 * if (bytes.length !== 8 + 6) throw new Error("8 bytes of header, 6 of padded text");
 * ```
 */
export function writeDataSet(elements: readonly DataElement[]): Uint8Array<ArrayBuffer> {
  const parts = [...elements].sort((a, b) => a.tag - b.tag).map(writeElement);
  return concat(parts);
}

/**
 * A Part 10 file: zeroed preamble, `DICM`, file meta information, data set.
 * `transferSyntaxUid` only labels the data set: encapsulated pixel data are handed in as bytes of an `OB`
 * element whose value comes from {@link encapsulate}.
 */
export function writePart10(
  dataSet: readonly DataElement[],
  meta: { sopClassUid: string; sopInstanceUid: string; transferSyntaxUid?: string; sourceAe?: string },
): Uint8Array<ArrayBuffer> {
  const group = writeDataSet([
    element(0x00020001, "OB", new Uint8Array([0, 1])),
    element(0x00020002, "UI", meta.sopClassUid),
    element(0x00020003, "UI", meta.sopInstanceUid),
    element(0x00020010, "UI", meta.transferSyntaxUid ?? EXPLICIT_LITTLE_ENDIAN),
    element(0x00020012, "UI", IMPLEMENTATION_CLASS_UID),
    ...(meta.sourceAe ? [element(0x00020016, "AE", meta.sourceAe)] : []),
  ]);
  const length = writeElement(element(0x00020000, "UL", group.length));
  return concat([new Uint8Array(128), utf8.encode("DICM"), length, group, writeDataSet(dataSet)]);
}

/** Encapsulated pixel data, one fragment a frame, empty offset table (PS3.5 §A.4); undefined length. */
export function encapsulate(frames: readonly Uint8Array[]): DataElement {
  const items = [item(new Uint8Array(0)), ...frames.map((frame) => item(padded(frame, 0)))];
  return { tag: 0x7fe00010, vr: "OB/encapsulated", value: concat([...items, delimiter(0xe0dd)]) };
}

function writeElement({ tag, vr, value }: DataElement): Uint8Array<ArrayBuffer> {
  if (vr === "OB/encapsulated") return concat([header(tag, "OB", 0xffffffff), value as Uint8Array]);
  const bytes = valueBytes(vr, value);
  return concat([header(tag, vr, bytes.length), bytes]);
}

function header(tag: number, vr: string, length: number): Uint8Array {
  const long = LONG_LENGTH.has(vr);
  if (!long && length > 0xffff) throw new RangeError(`${vr} value of ${length} bytes`);
  const bytes = new Uint8Array(long ? 12 : 8);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, tag >>> 16, true);
  view.setUint16(2, tag & 0xffff, true);
  bytes.set(utf8.encode(vr), 4);
  if (long) view.setUint32(8, length, true);
  else view.setUint16(6, length, true);
  return bytes;
}

function valueBytes(vr: string, value: ElementValue): Uint8Array {
  if (vr === "SQ") return concat((value as readonly DataElement[][]).map((set) => item(writeDataSet(set))));
  if (value instanceof Uint8Array) return padded(value, 0);
  if (vr in NUMBER_BYTES) return numberBytes(vr, typeof value === "number" ? [value] : value as number[]);
  return padded(utf8.encode(String(value)), vr === "UI" ? 0 : 0x20);
}

function numberBytes(vr: string, numbers: readonly number[]): Uint8Array {
  const size = NUMBER_BYTES[vr];
  const view = new DataView(new ArrayBuffer(size * numbers.length));
  numbers.forEach((number, i) => {
    const at = i * size;
    if (vr === "US") view.setUint16(at, number, true);
    else if (vr === "SS") view.setInt16(at, number, true);
    else if (vr === "UL") view.setUint32(at, number, true);
    else if (vr === "SL") view.setInt32(at, number, true);
    else if (vr === "FL") view.setFloat32(at, number, true);
    else if (vr === "FD") view.setFloat64(at, number, true);
    else {
      view.setUint16(at, number >>> 16, true);
      view.setUint16(at + 2, number & 0xffff, true);
    }
  });
  return new Uint8Array(view.buffer);
}

function item(bytes: Uint8Array): Uint8Array {
  const head = delimiter(0xe000);
  new DataView(head.buffer).setUint32(4, bytes.length, true);
  return concat([head, bytes]);
}

function delimiter(elementNumber: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setUint16(0, 0xfffe, true);
  new DataView(bytes.buffer).setUint16(2, elementNumber, true);
  return bytes;
}

function padded(bytes: Uint8Array, filler: number): Uint8Array {
  if (bytes.length % 2 === 0) return bytes;
  const even = new Uint8Array(bytes.length + 1);
  even.set(bytes);
  even[bytes.length] = filler;
  return even;
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
