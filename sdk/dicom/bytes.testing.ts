/** For tests: files byte by byte, in encodings and with faults that the writer does not make. */
import { element, writeDataSet, writePart10 } from "./write.ts";
import type { DataElement } from "./write.ts";
import { Tag } from "./tags.ts";

export interface RawElement {
  readonly tag: number;
  /** Absent: implicit. */
  readonly vr?: string;
  readonly value?: Uint8Array | string;
  /** The length declared, where it is not the value's own. */
  readonly length?: number;
  readonly bigEndian?: boolean;
}

export const EXPLICIT = "1.2.840.10008.1.2.1";
export const CT_CLASS = "1.2.840.10008.5.1.4.1.1.2";
export const UNDEFINED = 0xffffffff;

const LONG = /^(OB|OD|OF|OL|OV|OW|SQ|SV|UC|UN|UR|UT|UV)$/;
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** One element as bytes; texts are one byte a character. */
export function raw({ tag, vr, value = "", length, bigEndian = false }: RawElement): Uint8Array {
  const content = typeof value === "string" ? latin1(value) : value;
  const short = vr !== undefined && !LONG.test(vr);
  const head = new Uint8Array(vr !== undefined && !short ? 12 : 8);
  const view = new DataView(head.buffer);
  view.setUint16(0, tag >>> 16, !bigEndian);
  view.setUint16(2, tag & 0xffff, !bigEndian);
  if (vr !== undefined) head.set(latin1(vr), 4);
  if (short) view.setUint16(6, length ?? content.length, !bigEndian);
  else view.setUint32(head.length - 4, length ?? content.length, !bigEndian);
  return joined(head, content);
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Preamble, meta information naming a transfer syntax, and a body as it is. */
export function fileOf(body: Uint8Array, transferSyntaxUid = EXPLICIT): Uint8Array<ArrayBuffer> {
  return joined(
    writePart10([], { sopClassUid: CT_CLASS, sopInstanceUid: "2.25.1", transferSyntaxUid }),
    body,
  );
}

/** A small image: 2 rows of 3 pixels of 16 bits unless told otherwise; later elements replace earlier. */
export function imageElements(...others: readonly DataElement[]): DataElement[] {
  const all = [
    element(Tag.SopClassUid, "UI", CT_CLASS),
    element(Tag.SopInstanceUid, "UI", "2.25.1"),
    element(Tag.StudyInstanceUid, "UI", "2.25.2"),
    element(Tag.SeriesInstanceUid, "UI", "2.25.3"),
    element(Tag.Modality, "CS", "CT"),
    element(Tag.SamplesPerPixel, "US", 1),
    element(Tag.PhotometricInterpretation, "CS", "MONOCHROME2"),
    element(Tag.Rows, "US", 2),
    element(Tag.Columns, "US", 3),
    element(Tag.BitsAllocated, "US", 16),
    element(Tag.BitsStored, "US", 12),
    element(Tag.HighBit, "US", 11),
    element(Tag.PixelRepresentation, "US", 0),
    element(Tag.PixelData, "OW", new Uint8Array(12)),
    ...others,
  ];
  return [...new Map(all.map((one) => [one.tag, one])).values()];
}

/** The image of {@link imageElements} as a file. */
export function imageFile(others: readonly DataElement[] = [], transferSyntaxUid = EXPLICIT) {
  return fileOf(writeDataSet(imageElements(...others)), transferSyntaxUid);
}
