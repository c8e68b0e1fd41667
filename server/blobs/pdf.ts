import { inflateSync } from "node:zlib";

const MEBIBYTE = 1024 * 1024;
export const PDF_LIMIT = 50 * MEBIBYTE;
/** What the packed objects of one file may unpack to, all together. */
const UNPACKED_LIMIT = 64 * MEBIBYTE;

/** Why a PDF is not taken. */
export type PdfRefusal = "too-large" | "not-a-pdf" | "encrypted" | "active-content" | "unreadable";

export class RefusedPdf extends Error {
  override readonly name = "RefusedPdf";
  readonly reason: PdfRefusal;

  constructor(reason: PdfRefusal) {
    super(`The PDF is refused: ${reason}`);
    this.reason = reason;
  }
}

/** Names of what a report has no use for: scripts, programs, files, forms (ISO 32000-2 §12.6.4, §7.11.4, §12.7.8). */
const ACTIVE = [
  "JavaScript",
  "Launch",
  "EmbeddedFile",
  "EmbeddedFiles",
  "RichMedia",
  "Rendition",
  "SubmitForm",
  "ImportData",
  "GoToE",
  "XFA",
];
/** Two letters come by chance in compressed pictures: looked for only outside of streams. */
const ACTIVE_SHORT = ["JS"];

/** A character of a name may stand as itself or as `#` and two hex digits (ISO 32000-2 §7.3.5). */
const character = (one: string) => {
  const hex = one.charCodeAt(0).toString(16);
  return `(?:${one}|#${hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)})`;
};
const anyOf = (names: readonly string[]) =>
  new RegExp(
    `/(?:${names.map((name) => [...name].map(character).join("")).join("|")})(?=[\\s\\0/<>()[\\]{}%]|$)`,
  );

const active = anyOf(ACTIVE);
const activeShort = anyOf([...ACTIVE, ...ACTIVE_SHORT]);
const encrypted = anyOf(["Encrypt"]);
/** Readers find packed objects by the cross-reference table, and some do not ask for the type. */
const packed = anyOf(["ObjStm", "First"]);
const deflated = anyOf(["FlateDecode", "Fl"]);
const filtered = anyOf(["Filter"]);

/**
 * Lets a PDF pass that is one and has nothing in it that acts. It reads names wherever they stand, also in packed
 * objects; it is no parser, and sees neither what an unknown filter packs (refused) nor what a reader's own
 * faults may be made to do.
 *
 * @throws {RefusedPdf} over 50 MiB, without `%PDF-` in front, encrypted, or with active content.
 */
export function checkPdf(bytes: Uint8Array): void {
  if (bytes.length > PDF_LIMIT) throw new RefusedPdf("too-large");
  const text = new TextDecoder("latin1").decode(bytes);
  if (!text.startsWith("%PDF-")) throw new RefusedPdf("not-a-pdf");
  if (active.test(text)) throw new RefusedPdf("active-content");
  const bare: string[] = [];
  let unpacked = 0;
  let from = 0;
  for (const { index, 0: keyword } of text.matchAll(/stream\s+/g)) {
    if (text.startsWith("end", index - 3)) continue;
    const start = index + keyword.length;
    const end = text.indexOf("endstream", start);
    const until = end < 0 ? text.length : end;
    // Also where it stands in what looks like another stream: a false "stream" in a text must not hide a true one.
    const dictionary = text.slice(Math.max(0, text.lastIndexOf("obj", index)), index);
    if (packed.test(dictionary)) {
      const content = unpack(bytes.subarray(start, until), dictionary, UNPACKED_LIMIT - unpacked);
      unpacked += content.length;
      bare.push(content);
    }
    if (index < from) continue;
    bare.push(text.slice(from, index));
    from = until;
  }
  bare.push(text.slice(from));
  const outside = bare.join("\n");
  if (encrypted.test(outside)) throw new RefusedPdf("encrypted");
  if (activeShort.test(outside)) throw new RefusedPdf("active-content");
}

/** The objects packed in a stream (ISO 32000-2 §7.5.7), which in practice are deflated or bare. */
function unpack(content: Uint8Array, dictionary: string, limit: number): string {
  const latin1 = new TextDecoder("latin1");
  if (!filtered.test(dictionary)) return latin1.decode(content);
  if (!deflated.test(dictionary)) throw new RefusedPdf("unreadable");
  try {
    return latin1.decode(inflateSync(content, { maxOutputLength: Math.max(1, limit) }));
  } catch {
    throw new RefusedPdf("unreadable");
  }
}
