/** The directory of a DICOM medium (PS3.3 Annex F, PS3.10 §8.6): one record an object, in a tree. */
import { type DataElement, element, writeDataSet, writePart10 } from "@tuodossier/sdk/dicom";
import { type DirectoryKeys, type RecordType, recordType } from "./dicomdir-keys.ts";
import { keyElements } from "./dicomdir-elements.ts";

export interface InstanceRecord {
  /** Path from the root of the medium, e.g. `["DICOM", "ST000001", "SE000001", "IM000001"]`. */
  readonly fileId: readonly string[];
  readonly sopClassUid: string;
  readonly sopInstanceUid: string;
  readonly transferSyntaxUid: string;
  readonly keys: DirectoryKeys;
}

export interface SeriesRecord {
  readonly keys: DirectoryKeys;
  readonly instances: readonly InstanceRecord[];
}

export interface StudyRecord {
  /** As the study's own files name the patient: studies with one Patient ID stand below one record. */
  readonly patient: DirectoryKeys;
  readonly keys: DirectoryKeys;
  readonly series: readonly SeriesRecord[];
}

export interface FileSetDirectory {
  /** A name for the medium, up to 16 characters A–Z 0–9 _ and space. */
  readonly fileSetId: string;
  /** UID of the directory itself, another for every medium. */
  readonly sopInstanceUid: string;
  readonly studies: readonly StudyRecord[];
}

const MEDIA_STORAGE_DIRECTORY = "1.2.840.10008.1.3.10";
/** Kind of the records of objects whose class is not in the standard (PS3.3 §F.3.2.2, (0004,1432)). */
const PRIVATE_RECORD = "2.25.73950023506638817047997442426680868520";
const IN_USE = 0xffff;
/** Where the two links stand in a record: item header, (0004,1400) UL, (0004,1410) US, (0004,1420) UL. */
const NEXT_AT = 16;
const LOWER_AT = 38;

interface Node {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly children: readonly Node[];
}

/**
 * The bytes of the file `DICOMDIR`, Explicit VR Little Endian. Texts are in UTF-8, which a record with others
 * than ASCII says. A key that must have a value and has none, or none its type allows, gets a fall-back: a
 * study, series or object without a number its position, one without a date 1900-01-01.
 *
 * @throws {RangeError} when a value is too long for its type.
 * @example
 * ```ts
 * import { buildDicomdir } from "./dicomdir.ts";
 * const bytes = buildDicomdir({ fileSetId: "DISC_1", sopInstanceUid: "2.25.1", studies: [] });
 * if (new TextDecoder().decode(bytes.subarray(128, 132)) !== "DICM") throw new Error("a Part 10 file");
 * ```
 */
export function buildDicomdir(
  { fileSetId, sopInstanceUid, studies }: FileSetDirectory,
): Uint8Array<ArrayBuffer> {
  const patients = [...Map.groupBy(studies, patientKey).values()].map(patientNode);
  const head = (first: number, last: number): Uint8Array<ArrayBuffer> =>
    writePart10([
      element(0x00041130, "CS", fileSetId),
      element(0x00041200, "UL", first),
      element(0x00041202, "UL", last),
      element(0x00041212, "US", 0),
      element(0x00041220, "SQ", []),
    ], { sopClassUid: MEDIA_STORAGE_DIRECTORY, sopInstanceUid });
  const firstAt = head(0, 0).length;
  const { records, firsts } = link(patients, firstAt);
  const prefix = patients.length ? head(firstAt, firsts[firsts.length - 1]) : head(0, 0);
  const length = records.reduce((sum, record) => sum + record.length, 0);
  const file = new Uint8Array(firstAt + length);
  file.set(prefix);
  new DataView(file.buffer).setUint32(firstAt - 4, length, true);
  let at = firstAt;
  for (const record of records) {
    file.set(record, at);
    at += record.length;
  }
  return file;
}

/** Records in the file's order, parents before children, links set; and where each sibling begins. */
function link(siblings: readonly Node[], at: number): { records: Uint8Array[]; firsts: number[] } {
  const records: Uint8Array[] = [];
  const firsts: number[] = [];
  let next = at;
  siblings.forEach((node, i) => {
    firsts.push(next);
    const childrenAt = next + node.bytes.length;
    const below = link(node.children, childrenAt).records;
    next = childrenAt + below.reduce((sum, record) => sum + record.length, 0);
    const view = new DataView(node.bytes.buffer);
    if (i + 1 < siblings.length) view.setUint32(NEXT_AT, next, true);
    if (below.length) view.setUint32(LOWER_AT, childrenAt, true);
    records.push(node.bytes);
    for (const record of below) records.push(record);
  });
  return { records, firsts };
}

const patientKey = ({ patient }: StudyRecord): string =>
  typeof patient.PatientID === "string" && patient.PatientID.trim()
    ? patient.PatientID.trim()
    : `^${patient.PatientName}`;

function patientNode(studies: readonly StudyRecord[], index: number): Node {
  return node({ type: "PATIENT", keys: studies[0].patient, position: index + 1 }, studies.map(studyNode));
}

function studyNode({ keys, series }: StudyRecord, index: number): Node {
  const below = series.map((one, i) => seriesNode({ ...one, keys: { ...keys, ...one.keys } }, i));
  return node({ type: "STUDY", keys, position: index + 1 }, below);
}

function seriesNode({ keys, instances }: SeriesRecord, index: number): Node {
  const below = instances.map((one, i) => instanceNode({ ...one, keys: { ...keys, ...one.keys } }, i));
  return node({ type: "SERIES", keys, position: index + 1 }, below);
}

function instanceNode(instance: InstanceRecord, index: number): Node {
  const type = recordType(instance.sopClassUid);
  return node({ type, keys: instance.keys, position: index + 1 }, [], [
    element(0x00041500, "CS", instance.fileId.join("\\")),
    element(0x00041510, "UI", instance.sopClassUid),
    element(0x00041511, "UI", instance.sopInstanceUid),
    element(0x00041512, "UI", instance.transferSyntaxUid),
    ...(type === "PRIVATE" ? [element(0x00041432, "UI", PRIVATE_RECORD)] : []),
  ]);
}

interface Described {
  readonly type: RecordType;
  readonly keys: DirectoryKeys;
  readonly position: number;
}

function node({ type, keys, position }: Described, children: Node[], reference: DataElement[] = []): Node {
  const set = writeDataSet([
    element(0x00041400, "UL", 0),
    element(0x00041410, "US", IN_USE),
    element(0x00041420, "UL", 0),
    element(0x00041430, "CS", type),
    ...reference,
    ...keyElements(type, keys, position),
  ]);
  const bytes = new Uint8Array(8 + set.length);
  bytes.set([0xfe, 0xff, 0x00, 0xe0]);
  new DataView(bytes.buffer).setUint32(4, set.length, true);
  bytes.set(set, 8);
  return { bytes, children };
}
