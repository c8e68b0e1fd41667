/** Taking from an object's data set what a DICOMDIR will say of it: done once, when the object comes in. */
import { ATTRIBUTES } from "./dicomdir-attributes.ts";
import { DATES, type DirectoryKeys, RECORD_KEYS, recordType, TIMES } from "./dicomdir-keys.ts";

/** What picking needs of a data set, or of an item of a sequence. */
export interface KeySource {
  /** Values in Unicode, joined by `\`; undefined where the element is absent. */
  text(tag: number): string | undefined;
  items(tag: number): readonly KeySource[];
}

/** Keys of the records that lead to an object: plain texts and lists, to be kept as JSON. */
export interface ObjectKeys {
  readonly patient: DirectoryKeys;
  readonly study: DirectoryKeys;
  readonly series: DirectoryKeys;
  readonly instance: DirectoryKeys;
}

const SOP_CLASS_UID = 0x00080016;
const VERIFYING_OBSERVERS = 0x0040a073;
const VERIFIED_AT = 0x0040a030;
/** Sequences in keys nest three deep at most: series, references, codes. */
const DEPTH = 3;

/** The keys of an object's four records, as its data set has them, without fall-backs. */
export function pickKeys(source: KeySource): ObjectKeys {
  const type = recordType(source.text(SOP_CLASS_UID)?.trim() ?? "");
  const of = (keywords: readonly string[]): DirectoryKeys => pick(source, keywords, DEPTH);
  const instance = of([...Object.keys(RECORD_KEYS[type]), ...DATES, ...TIMES]);
  return {
    patient: of(Object.keys(RECORD_KEYS.PATIENT)),
    study: of(Object.keys(RECORD_KEYS.STUDY)),
    series: of(Object.keys(RECORD_KEYS.SERIES)),
    instance: type === "SR DOCUMENT" ? { ...instance, ...verification(source) } : instance,
  };
}

function pick(source: KeySource, keywords: readonly string[], depth: number): DirectoryKeys {
  const keys: Record<string, string | readonly DirectoryKeys[]> = {};
  for (const keyword of keywords) {
    const [tag, vr] = ATTRIBUTES[keyword];
    if (vr !== "SQ") {
      const text = source.text(tag);
      if (text !== undefined) keys[keyword] = text;
    } else if (depth > 0) {
      const items = source.items(tag).map((item) => pick(item, Object.keys(ATTRIBUTES), depth - 1));
      const kept = keyword === "ContentSequence" ? items.filter(modifiesConcept) : items;
      if (kept.length) keys[keyword] = kept;
    }
  }
  return keys;
}

/** Only what modifies the title belongs into the directory (PS3.3 §F.5.25): the report itself stays in its file. */
const modifiesConcept = ({ RelationshipType }: DirectoryKeys): boolean =>
  RelationshipType === "HAS CONCEPT MOD";

/** The latest verification; a verified document whose observers are missing counts as unverified. */
function verification(source: KeySource): DirectoryKeys {
  const times = source.items(VERIFYING_OBSERVERS).map((item) => item.text(VERIFIED_AT)).filter(Boolean);
  const latest = times.sort().at(-1);
  return latest ? { VerificationDateTime: latest } : { VerificationFlag: "UNVERIFIED" };
}
