/** A DICOM file (PS3.10 §7): preamble, file meta information, data set; the first two may lack. */
import { createDataSet, type DataSet } from "./data-set.ts";
import { scanElements } from "./elements.ts";
import { DicomError } from "./error.ts";
import { type Encoding, hasVr, readHeader, type Source, sourceOf } from "./header.ts";
import { inflateBounded } from "./inflate.ts";
import { MAX_FILE } from "./limits.ts";
import { Tag } from "./tags.ts";
import { type TransferSyntax, transferSyntaxOf } from "./transfer-syntax.ts";

export interface Part10 {
  /** File meta information; an empty data set where the file has none. */
  readonly meta: DataSet;
  readonly dataSet: DataSet;
  readonly transferSyntax: TransferSyntax;
  /** `DICM` stands at byte 128. */
  readonly preamble: boolean;
  /** Where the data set begins in the file. */
  readonly dataSetAt: number;
}

const META: Encoding = { explicit: true, bigEndian: false };
const DICOMDIR = "1.2.840.10008.1.3.10";

/**
 * Reads headers only: values stay where they are.
 * @throws {DicomError} any code but `dicomdir` is about the bytes; `dicomdir` about what they are.
 */
export function readPart10(bytes: Uint8Array): Part10 {
  if (bytes.length > MAX_FILE) throw new DicomError("too-large");
  const source = sourceOf(bytes);
  const preamble = isMark(bytes, 128);
  const start = preamble ? 132 : isMark(bytes, 0) ? 4 : 0;
  if (start === 0 && !looksBare(source)) throw new DicomError("not-dicom");
  const metaEnd = endOfMeta(source, start);
  const meta = createDataSet(scanElements(source, { at: start, end: metaEnd, encoding: META }), {
    source,
    encoding: META,
  });
  const named = meta.text(Tag.TransferSyntaxUid);
  const declared = named === "" ? null : transferSyntaxOf(named);
  const body = declared?.deflated
    ? { source: sourceOf(inflateBounded(bytes.subarray(metaEnd))), at: 0 }
    : { source, at: metaEnd };
  const encoding = encodingAt(body.source, { at: body.at, declared });
  const stretch = { at: body.at, end: body.source.bytes.length, encoding };
  const dataSet = createDataSet(scanElements(body.source, stretch), { source: body.source, encoding });
  if (meta.text(Tag.MediaStorageSopClassUid) === DICOMDIR || dataSet.element(Tag.DirectoryRecordSequence)) {
    throw new DicomError("dicomdir");
  }
  const transferSyntax = declared ?? syntaxFor(encoding);
  return { meta, dataSet, transferSyntax, preamble, dataSetAt: metaEnd };
}

const isMark = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0x44 && bytes[at + 1] === 0x49 && bytes[at + 2] === 0x43 && bytes[at + 3] === 0x4d;

/** A file without preamble begins with group 0002 or 0008, in either byte order, and a header that fits. */
function looksBare(source: Source): boolean {
  const { bytes, view } = source;
  if (bytes.length < 16) return false;
  const little = view.getUint16(0, true);
  const group = little > 0xff ? view.getUint16(0, false) : little;
  if (group !== 2 && group !== 8) return false;
  return hasVr(source, 0) || view.getUint32(4, true) <= bytes.length - 8;
}

/** Meta elements are explicit little endian, and end where group 0002 does: their own count may lie. */
function endOfMeta(source: Source, start: number): number {
  const { bytes, view } = source;
  let at = start;
  while (bytes.length - at >= 8 && view.getUint16(at, true) === 2) {
    const { length, valueAt } = readHeader(source, { at, end: bytes.length, encoding: META });
    if (valueAt + length > bytes.length) throw new DicomError("truncated");
    at = valueAt + length;
  }
  if (bytes.length - at < 8) throw new DicomError("truncated");
  return at;
}

/** What the first element shows goes before what the transfer syntax says: labels are wrong in the field. */
function encodingAt(
  source: Source,
  { at, declared }: { at: number; declared: TransferSyntax | null },
): Encoding {
  const { bytes } = source;
  if (bytes.length - at < 8) throw new DicomError("truncated");
  const bigEndian = bytes[at] === 0 && bytes[at + 1] !== 0
    ? true
    : bytes[at] !== 0 && bytes[at + 1] === 0
    ? false
    : declared?.bigEndian ?? false;
  return { explicit: hasVr(source, at), bigEndian };
}

function syntaxFor({ explicit, bigEndian }: Encoding): TransferSyntax {
  return transferSyntaxOf(`1.2.840.10008.1.2${bigEndian ? ".2" : explicit ? ".1" : ""}`);
}
