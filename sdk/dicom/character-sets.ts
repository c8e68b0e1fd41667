/** Texts from bytes in the character sets of DICOM PS3.3 C.12.1.1.2, by the platform's own decoders. */
import { decodeIso2022 } from "./iso-2022.ts";

/** Encodings that replace the whole repertoire, by their number after `ISO_IR` (or name). */
const SINGLE: Readonly<Record<string, string>> = {
  "13": "shift_jis",
  "100": "windows-1252",
  "101": "iso-8859-2",
  "109": "iso-8859-3",
  "110": "iso-8859-4",
  "126": "iso-8859-7",
  "127": "iso-8859-6",
  "138": "iso-8859-8",
  "144": "iso-8859-5",
  "148": "windows-1254",
  "166": "windows-874",
  "192": "utf-8",
  "203": "iso-8859-15",
  "GB18030": "gb18030",
  "GBK": "gbk",
};

/** How the texts of a data set are written: one encoding, or several switched by escape sequences. */
export interface CharacterSet {
  /** Label of the encoding without escapes; null where none is named (then ASCII is meant). */
  readonly initial: string | null;
  /** Escape sequences may occur (ISO 2022). */
  readonly switched: boolean;
}

export const NO_CHARACTER_SET: CharacterSet = { initial: null, switched: false };

const decoders = new Map<string, TextDecoder>();
const ESCAPE = 0x1b;

/**
 * The meaning of Specific Character Set (0008,0005). Misspellings met in the field (`ISO-IR 100`, `ISO 100`,
 * `UTF-8`) are understood; an unknown name is as none.
 *
 * @example
 * ```ts
 * import { characterSetOf, decodeText } from "@tuodossier/sdk/dicom";
 * const text = decodeText(new Uint8Array([0x4a, 0xe9]), characterSetOf(["ISO_IR 100"]));
 * if (text !== "Jé") throw new Error(text);
 * ```
 */
export function characterSetOf(values: readonly string[]): CharacterSet {
  const switched = values.length > 1 || /2022/.test(values[0] ?? "");
  return { initial: encodingNamed(values[0] ?? ""), switched };
}

/** Decodes the bytes of a text; never throws. */
export function decodeText(bytes: Uint8Array, { initial, switched }: CharacterSet): string {
  if (isAscii(bytes)) return decoder("utf-8").decode(bytes);
  if (switched || bytes.includes(ESCAPE)) return decodeIso2022(bytes, { initial, decode: decodeAs });
  return decodeAs(bytes, initial ?? "utf-8");
}

/** UTF-8 that is none is what Windows wrote: so is an unnamed set with bytes over 127. */
function decodeAs(bytes: Uint8Array, label: string): string {
  if (label !== "utf-8") return decoder(label).decode(bytes);
  try {
    return decoder("utf-8").decode(bytes);
  } catch {
    return decoder("windows-1252").decode(bytes);
  }
}

function encodingNamed(value: string): string | null {
  const name = value.trim().toUpperCase();
  if (name === "GB18030" || name === "GBK") return SINGLE[name];
  if (/^UTF-?8$/.test(name)) return "utf-8";
  const number = /^ISO(?:[ _-]?2022)?[ _-]?(?:IR)?[ _-]?(\d+)$/.exec(name)?.[1];
  return SINGLE[number ?? ""] ?? null;
}

function decoder(label: string): TextDecoder {
  const known = decoders.get(label);
  if (known) return known;
  const made = new TextDecoder(label, { fatal: label === "utf-8", ignoreBOM: true });
  decoders.set(label, made);
  return made;
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80 && byte !== ESCAPE);
}
