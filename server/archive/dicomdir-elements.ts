/** From an object's keys to the elements of its record. */
import { type DataElement, element, type ElementValue } from "@tuodossier/sdk/dicom";
import { ATTRIBUTES } from "./dicomdir-attributes.ts";
import { type DirectoryKeys, type KeyNeeds, RECORD_KEYS, type RecordType } from "./dicomdir-keys.ts";

/** What a value must look like (PS3.5 table 6.2-1); one that does not counts as missing. */
const FORMS: Readonly<Record<string, RegExp>> = {
  CS: /^[A-Z0-9 _\\]+$/,
  DA: /^\d{8}$/,
  IS: /^[+-]?\d{1,12}$/,
  TM: /^\d{2}(\d{2}(\d{2}(\.\d{1,6})?)?)?$/,
  UI: /^[0-9.]{1,64}$/,
  UL: /^\d{1,9}$/,
  US: /^\d{1,5}$/,
};

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
  const elements = elementsOf(record);
  return NOT_ASCII.test(JSON.stringify(record))
    ? [element(0x00080005, "CS", "ISO_IR 192"), ...elements]
    : elements;
}

function elementsOf(keys: DirectoryKeys): DataElement[] {
  return Object.entries(keys).flatMap(([keyword, value]) => {
    const attribute = ATTRIBUTES[keyword];
    if (!attribute || value === undefined) return [];
    const [tag, vr] = attribute;
    return [element(tag, vr, elementValue(vr, value))];
  });
}

function elementValue(vr: string, value: string | readonly DirectoryKeys[]): ElementValue {
  if (typeof value !== "string") return value.map(elementsOf);
  return vr === "US" || vr === "UL" ? Number(value) : value;
}

function usable(
  keyword: string,
  value: DirectoryKeys[string],
): string | readonly DirectoryKeys[] | undefined {
  const vr = ATTRIBUTES[keyword][1];
  if (typeof value !== "string") return vr === "SQ" && value?.length ? value : undefined;
  if (vr === "SQ") return undefined;
  const text = modern(vr, value.trim());
  return text && (FORMS[vr]?.test(text) ?? true) ? text : undefined;
}

/** Dates and times as ACR-NEMA wrote them, `1997.04.24` and `10:30:00`: PS3.5 §6.2 has readers expect them. */
const modern = (vr: string, text: string): string =>
  vr === "DA" ? text.replaceAll(".", "") : vr === "TM" ? text.replaceAll(":", "") : text;
