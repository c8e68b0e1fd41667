/** From an object's keys to the elements of its record. */
import { type DataElement, element, type ElementValue } from "@tuodossier/sdk/dicom";
import { ATTRIBUTES } from "./dicomdir-attributes.ts";
import { type DirectoryKeys, type KeyNeeds, RECORD_KEYS, type RecordType } from "./dicomdir-keys.ts";

/**
 * What a value must look like (PS3.5 table 6.2-1); one that does not counts as missing. UIDs stay as they
 * are: even a malformed one is what the file is called by.
 */
const FORMS: Readonly<Record<string, RegExp>> = {
  CS: /^[A-Z0-9 _]{1,16}(\\[A-Z0-9 _]{0,16})*$/,
  DA: /^\d{8}$/,
  DS: /^[+\-0-9.eE ]{1,16}$/,
  DT: /^\d{4}[\d.+-]{0,22}$/,
  IS: /^[+-]?\d{1,12}(\\[+-]?\d{1,12})*$/,
  TM: /^\d{2}(\d{2}(\d{2}(\.\d{1,6})?)?)?$/,
  UL: /^\d{1,9}$/,
  US: /^\d{1,5}$/,
};
/** Characters a text may have; what is longer is cut. A name has three groups of 64. */
const LENGTHS: Readonly<Record<string, number>> = { LO: 64, PN: 194, SH: 16, ST: 1024, UT: 1024 };

// deno-lint-ignore no-control-regex -- the range of ASCII
const NOT_ASCII = /[^\x00-\x7f]/;

/** The key elements of a record, each type 1 key with a value; `position` numbers what has no number. */
export function keyElements(type: RecordType, keys: DirectoryKeys, position: number): DataElement[] {
  const needs: KeyNeeds = RECORD_KEYS[type];
  const read = (keyword: string): string | undefined => {
    const value = usable(keyword, keys[keyword]);
    return typeof value === "string" ? value : undefined;
  };
  const record: Record<string, string | readonly DirectoryKeys[]> = {};
  for (const [keyword, [need, fallback]] of Object.entries(needs)) {
    const value = usable(keyword, keys[keyword]);
    if (value !== undefined) record[keyword] = value;
    else if (need === 1) record[keyword] = fallback(read, position);
    else if (need === 2) record[keyword] = ATTRIBUTES[keyword][1] === "SQ" ? [] : "";
  }
  const elements = Object.entries(record).map(([keyword, value]) => elementOf(keyword, value));
  if (!NOT_ASCII.test(JSON.stringify(record))) return elements;
  return [element(0x00080005, "CS", "ISO_IR 192"), ...elements];
}

function elementOf(keyword: string, value: string | readonly DirectoryKeys[]): DataElement {
  const [tag, vr] = ATTRIBUTES[keyword];
  return element(tag, vr, elementValue(vr, value));
}

function elementValue(vr: string, value: string | readonly DirectoryKeys[]): ElementValue {
  if (typeof value !== "string") return value.map(itemElements);
  return vr === "US" || vr === "UL" ? Number(value) : value;
}

const itemElements = (keys: DirectoryKeys): DataElement[] =>
  Object.entries(keys).flatMap(([keyword, value]) => {
    const kept = usable(keyword, value);
    return kept === undefined ? [] : [elementOf(keyword, kept)];
  });

function usable(
  keyword: string,
  value: DirectoryKeys[string],
): string | readonly DirectoryKeys[] | undefined {
  const vr = ATTRIBUTES[keyword]?.[1];
  if (vr === undefined) return undefined;
  if (typeof value !== "string") return vr === "SQ" && value?.length ? value : undefined;
  if (vr === "SQ") return undefined;
  const text = cut(modern(vr, value.trim()), LENGTHS[vr] ?? Infinity);
  return text && (FORMS[vr]?.test(text) ?? true) ? text : undefined;
}

/**
 * Dates and times as ACR-NEMA wrote them, `1997.04.24` and `10:30:00` (PS3.5 §6.2 has readers expect them).
 */
const modern = (vr: string, text: string): string =>
  vr === "DA" ? text.replaceAll(".", "") : vr === "TM" ? text.replaceAll(":", "") : text;

const cut = (text: string, length: number): string =>
  text.length <= length ? text : Array.from(text).slice(0, length).join("");
