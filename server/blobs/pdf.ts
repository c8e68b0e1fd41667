import { constants, inflateSync } from "node:zlib";

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

/** What a report has no use for: scripts, programs, files, forms (ISO 32000-2 §12.6.4, §7.11.4, §12.7.8). */
const ACTIVE = [
  "JavaScript",
  "Launch",
  "EmbeddedFile",
  "EmbeddedFiles",
  "FileAttachment",
  "RichMedia",
  "Movie",
  "Sound",
  "Rendition",
  "SubmitForm",
  "ImportData",
  "GoToE",
  "GoToR",
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
const packed = anyOf(["ObjStm", "First"]);
const filtered = anyOf(["Filter", "F"]);
const parameters = anyOf(["DecodeParms", "DP"]);
/** The one filter whose output is read here, and no parameters that would change it (§7.4.4.4). */
const INFLATED = /^\s*(?:\/(?:FlateDecode|Fl)(?=[\s/>])|\[\s*\/(?:FlateDecode|Fl)\s*\])/;
const UNCHANGED = /^\s*(?:null(?=[\s/>])|\[\s*null\s*\]|\[?\s*<<\s*(?:\/Predictor\s+1\s*)?>>)/;

/** No report has more streams than this; nor a dictionary before a stream that is longer, in characters. */
const STREAMS = 100_000;
const DICTIONARY = 4096;
/** Nor has it so many false beginnings of an object in its texts. */
const BEGINNINGS = 8;

/**
 * Lets a PDF pass that is one and has nothing in it that acts. It reads names wherever they stand, also in
 * packed objects, which it takes in the one usual way of packing only; it is no parser.
 *
 * @throws {RefusedPdf} over 50 MiB, without `%PDF-` in front, encrypted, or with active content.
 */
export function checkPdf(bytes: Uint8Array): void {
  if (bytes.length > PDF_LIMIT) throw new RefusedPdf("too-large");
  const text = latin1(bytes);
  if (!text.startsWith("%PDF-")) throw new RefusedPdf("not-a-pdf");
  if (active.test(text)) throw new RefusedPdf("active-content");
  // What stands outside of streams, and what the packed objects unpack to.
  const bare: string[] = [];
  let [from, end, count, unpacked] = [0, -1, 0, 0];
  for (const { index, 0: keyword } of text.matchAll(/stream\s+/g)) {
    if (text.startsWith("end", index - 3)) continue;
    if (++count > STREAMS) throw new RefusedPdf("unreadable");
    const start = index + keyword.length;
    if (end < start) end = text.indexOf("endstream", start);
    if (end < 0) end = text.length;
    const dictionary = text.slice(Math.max(0, index - DICTIONARY), index);
    const own = ownOf(dictionary);
    const content = bytes.subarray(start, end);
    // Also in what looks like another stream: a false "stream" in a text must not hide a true one.
    if (own === null ? inflatedHead(content) !== null : packed.test(own) || looksPacked(content)) {
      const objects = unpack(content, own, UNPACKED_LIMIT - unpacked);
      unpacked += objects.length;
      bare.push(objects);
    }
    if (index < from) continue;
    bare.push(text.slice(from, index));
    from = end;
  }
  bare.push(text.slice(from));
  const outside = bare.join("\n");
  if (encrypted.test(outside)) throw new RefusedPdf("encrypted");
  if (active.test(outside) || activeShort.test(outside)) throw new RefusedPdf("active-content");
}

const latin1 = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);
/** The low half of a zlib header's first byte (RFC 1950 §2.2). */
const isZlib = (content: Uint8Array) => (content[0] & 15) === 8 && (content[0] << 8 | content[1]) % 31 === 0;

/**
 * The dictionary a stream stands behind, from where its object begins; null where that is not near. What stands
 * in a text or a comment is no beginning.
 */
function ownOf(before: string): string | null {
  let [at, read, opened] = [before.length, before.length, 0];
  for (let tries = 0; tries < BEGINNINGS && at > 0; tries++) {
    at = before.lastIndexOf("obj", at - 1);
    if (at < 0) return null;
    while (read > at) opened += parenthesisAt(before, --read);
    const line = before.slice(Math.max(before.lastIndexOf("\n", at), before.lastIndexOf("\r", at)) + 1, at);
    const isObject = /\d\s+\d+\s+$/.test(before.slice(Math.max(0, at - 40), at)) &&
      /[\s<]/.test(before.charAt(at + 3));
    if (isObject && opened >= 0 && !line.includes("%")) return before.slice(at + 3);
  }
  return null;
}

/** 1 where a text opens, -1 where one closes. */
function parenthesisAt(text: string, index: number): number {
  const one = text[index];
  if ((one !== "(" && one !== ")") || text[index - 1] === "\\") return 0;
  return one === "(" ? 1 : -1;
}

/** How a deflated stream begins; null for another. */
function inflatedHead(content: Uint8Array): Uint8Array | null {
  if (!isZlib(content)) return null;
  try {
    return inflateSync(content.subarray(0, 512), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return null;
  }
}

/**
 * Packed objects begin with pairs of numbers (ISO 32000-2 §7.5.7), whatever their dictionary says; what is
 * deflated twice has something to hide.
 */
function looksPacked(content: Uint8Array): boolean {
  if (!isZlib(content)) return /^\d+\s+\d+\s/.test(latin1(content.subarray(0, 32)));
  const head = inflatedHead(content);
  return head !== null &&
    (inflatedHead(head) !== null || /^\s*\d+\s+\d+\s/.test(latin1(head.subarray(0, 64))));
}

/** Null: nobody can say what is in front of it, and so neither how it is packed. */
function unpack(content: Uint8Array, dictionary: string | null, limit: number): string {
  if (dictionary === null || !isPlain(dictionary)) throw new RefusedPdf("unreadable");
  if (!isZlib(content)) {
    if (filtered.test(dictionary) || content.length > limit) throw new RefusedPdf("unreadable");
    return latin1(content);
  }
  try {
    const objects = inflateSync(content, { maxOutputLength: Math.max(1, limit) });
    if (inflatedHead(objects) !== null) throw new RefusedPdf("unreadable");
    return latin1(objects);
  } catch {
    throw new RefusedPdf("unreadable");
  }
}

/** Packed by one deflation or not at all: arrays of filters and predictors would show other bytes. */
function isPlain(dictionary: string): boolean {
  const all = (name: RegExp, value: RegExp) =>
    [...dictionary.matchAll(new RegExp(name, "g"))]
      .every(({ index, 0: { length } }) => value.test(dictionary.slice(index + length)));
  return all(filtered, INFLATED) && all(parameters, UNCHANGED);
}
