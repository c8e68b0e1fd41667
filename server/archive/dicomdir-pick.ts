/** Taking from an object's data set what a DICOMDIR will say of it: done once, when the object comes in. */
import { type DataSet, DicomError, type ReadInstance } from "@tuodossier/sdk/dicom";
import { ATTRIBUTES } from "./dicomdir-attributes.ts";
import { DATES, type DirectoryKeys, RECORD_KEYS, recordType, TIMES } from "./dicomdir-keys.ts";

/** Keys of the records that lead to an object: plain texts and lists, to be kept as JSON. */
export interface ObjectKeys {
  readonly patient: DirectoryKeys;
  readonly study: DirectoryKeys;
  readonly series: DirectoryKeys;
  readonly instance: DirectoryKeys;
}

const VERIFYING_OBSERVERS = 0x0040a073;
const VERIFIED_AT = 0x0040a030;
/** Sequences in keys nest three deep at most: series, references, codes. */
const DEPTH = 3;
const TEXT_LIMIT = 1024;

/**
 * The keys of an object's four records, as its data set has them, without fall-backs.
 *
 * @example
 * ```ts
 * import { element, readInstance, writePart10 } from "@tuodossier/sdk/dicom";
 * import { pickKeys } from "./dicomdir-pick.ts";
 * const meta = { sopClassUid: "1.2.840.10008.5.1.4.1.1.7", sopInstanceUid: "2.25.1" };
 * const read = readInstance(writePart10([element(0x00100020, "LO", "P-1")], meta));
 * if (pickKeys(read).patient.PatientID !== "P-1") throw new Error("as the file says");
 * ```
 */
export function pickKeys({ dataSet, instance, study, series }: ReadInstance): ObjectKeys {
  const type = recordType(instance.sopClassUid);
  const of = (keywords: readonly string[]): DirectoryKeys => pick(dataSet, keywords, DEPTH);
  const keys = of([...Object.keys(RECORD_KEYS[type]), ...DATES, ...TIMES]);
  return {
    patient: of(Object.keys(RECORD_KEYS.PATIENT)),
    study: { ...of(Object.keys(RECORD_KEYS.STUDY)), StudyInstanceUID: study.studyInstanceUid },
    series: { ...of(Object.keys(RECORD_KEYS.SERIES)), SeriesInstanceUID: series.seriesInstanceUid },
    instance: keys.VerificationFlag === "VERIFIED" ? { ...keys, ...verification(dataSet) } : keys,
  };
}

function pick(dataSet: DataSet, keywords: readonly string[], depth: number): DirectoryKeys {
  const keys: Record<string, string | readonly DirectoryKeys[]> = {};
  for (const keyword of keywords) {
    const [tag, vr] = ATTRIBUTES[keyword];
    if (!dataSet.element(tag)) continue;
    if (vr !== "SQ") {
      const text = vr === "US" || vr === "UL" ? dataSet.number(tag) : dataSet.texts(tag).join("\\");
      if (text !== null && text !== "") keys[keyword] = String(text).slice(0, TEXT_LIMIT);
    } else if (depth > 0) {
      const items = itemsOf(dataSet, tag).map((item) => pick(item, Object.keys(ATTRIBUTES), depth - 1));
      const kept = keyword === "ContentSequence" ? items.filter(modifiesConcept) : items;
      if (kept.length) keys[keyword] = kept;
    }
  }
  return keys;
}

/** A damaged sequence is none: the object itself is kept and taken home all the same. */
function itemsOf(dataSet: DataSet, tag: number): readonly DataSet[] {
  try {
    return dataSet.items(tag);
  } catch (error) {
    if (error instanceof DicomError) return [];
    throw error;
  }
}

/** Only what modifies the title belongs into the directory (PS3.3 §F.5.25): a report stays in its file. */
const modifiesConcept = ({ RelationshipType }: DirectoryKeys): boolean =>
  RelationshipType === "HAS CONCEPT MOD";

/** The latest verification; a verified report that does not say when counts as unverified. */
function verification(dataSet: DataSet): DirectoryKeys {
  const times = itemsOf(dataSet, VERIFYING_OBSERVERS).map((observer) => observer.text(VERIFIED_AT));
  const latest = times.filter((time) => time !== "").sort().at(-1);
  return latest ? { VerificationDateTime: latest } : { VerificationFlag: "UNVERIFIED" };
}
