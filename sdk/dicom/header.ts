/** The header of one element (DICOM PS3.5 §7.1): tag, VR and length, before its value. */
import { DicomError } from "./error.ts";

/** Bytes and the view that reads numbers in them; positions count from the first byte. */
export interface Source {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

export interface Encoding {
  readonly explicit: boolean;
  readonly bigEndian: boolean;
}

/** A stretch of a source, and how its elements are written. */
export interface Stretch {
  readonly at: number;
  readonly end: number;
  readonly encoding: Encoding;
}

export interface Header {
  readonly tag: number;
  /** Empty where the data set does not say, and for items and delimiters, which have none. */
  readonly vr: string;
  readonly length: number;
  readonly valueAt: number;
}

export const UNDEFINED_LENGTH = 0xffffffff;

const SHORT_VRS = new Set("AE AS AT CS DA DS DT FD FL IS LO LT PN SH SL SS ST TM UI UL US".split(" "));
const LONG_VRS = new Set("OB OD OF OL OV OW SQ SV UC UN UR UT UV".split(" "));

export function sourceOf(bytes: Uint8Array): Source {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

/** Whether a known VR stands where an explicit element at this position bears it (PS3.5 table 6.2-1). */
export function hasVr({ bytes }: Source, at: number): boolean {
  const vr = String.fromCharCode(bytes[at + 4], bytes[at + 5]);
  return SHORT_VRS.has(vr) || LONG_VRS.has(vr);
}

/** @throws {DicomError} `truncated` where the header does not fit. */
export function readHeader({ bytes, view }: Source, { at, end, encoding }: Stretch): Header {
  if (end - at < 8) throw new DicomError("truncated");
  const little = !encoding.bigEndian;
  const tag = view.getUint16(at, little) * 0x10000 + view.getUint16(at + 2, little);
  const implicit = (): Header => ({ tag, vr: "", length: view.getUint32(at + 4, little), valueAt: at + 8 });
  if (!encoding.explicit || tag >= 0xfffe0000) return implicit();
  const vr = String.fromCharCode(bytes[at + 4], bytes[at + 5]);
  if (SHORT_VRS.has(vr)) return { tag, vr, length: view.getUint16(at + 6, little), valueAt: at + 8 };
  // Met in the field: two blanks or question marks for a VR, with a short length.
  if (/^[ ?]{2}$/.test(vr)) return { tag, vr: "", length: view.getUint16(at + 6, little), valueAt: at + 8 };
  // Also met: implicit elements that slipped into explicit data sets. No letters, so no VR.
  if (!LONG_VRS.has(vr) && !/^[A-Z]{2}$/.test(vr)) return implicit();
  if (end - at < 12) throw new DicomError("truncated");
  // A VR newer than this table has a long length and is read as UN (PS3.5 §6.2.2).
  return {
    tag,
    vr: LONG_VRS.has(vr) ? vr : "UN",
    length: view.getUint32(at + 8, little),
    valueAt: at + 12,
  };
}
