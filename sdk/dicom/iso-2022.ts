/** Texts whose sets are switched by escape sequences: ISO/IEC 2022 as DICOM uses it (PS3.5 §6.1.2.5). */

/** A set that an escape sequence designates: for bytes below 128 (G0) or above (G1). */
interface Designation {
  readonly half: 0 | 1;
  readonly encoding: string;
  /** Bytes a character. */
  readonly width: 1 | 2;
}

const one = (half: 0 | 1, encoding: string): Designation => ({ half, encoding, width: 1 });
const two = (half: 0 | 1, encoding: string): Designation => ({ half, encoding, width: 2 });

/** After ESC: the defined terms of PS3.3 tables C.12-3 and C.12-4, then those of later editions. */
const DESIGNATIONS: Readonly<Record<string, Designation>> = {
  "(B": one(0, "utf-8"),
  "(J": one(0, "utf-8"),
  ")I": one(1, "shift_jis"),
  "-A": one(1, "windows-1252"),
  "-B": one(1, "iso-8859-2"),
  "-C": one(1, "iso-8859-3"),
  "-D": one(1, "iso-8859-4"),
  "-F": one(1, "iso-8859-7"),
  "-G": one(1, "iso-8859-6"),
  "-H": one(1, "iso-8859-8"),
  "-L": one(1, "iso-8859-5"),
  "-M": one(1, "windows-1254"),
  "-T": one(1, "windows-874"),
  "-b": one(1, "iso-8859-15"),
  "$B": two(0, "euc-jp"),
  "$@": two(0, "euc-jp"),
  "$(D": two(0, "euc-jp/212"),
  "$)C": two(1, "euc-kr"),
  "$)A": two(1, "gbk"),
};

const ESCAPE = 0x1b;
const ASCII = DESIGNATIONS["(B"];

/** Decodes runs between escapes with `decode`; an unknown escape is dropped and changes nothing. */
export function decodeIso2022(
  bytes: Uint8Array,
  { initial, decode }: { initial: string | null; decode: (bytes: Uint8Array, label: string) => string },
): string {
  let low = ASCII;
  let high = one(1, initial ?? "utf-8");
  let text = "";
  for (let at = 0; at < bytes.length;) {
    if (bytes[at] === ESCAPE) {
      const name = escapeName(bytes, at + 1);
      const designation = DESIGNATIONS[name];
      if (designation?.half === 0) low = designation;
      if (designation?.half === 1) high = designation;
      at += 1 + name.length;
      continue;
    }
    const isLow = bytes[at] < 0x80;
    let end = at;
    while (end < bytes.length && bytes[end] !== ESCAPE && bytes[end] < 0x80 === isLow) end++;
    const run = bytes.subarray(at, end);
    text += isLow ? lowText(run, low, decode) : decode(run, high.encoding);
    at = end;
  }
  return text;
}

/** Intermediate bytes and the final one (ISO/IEC 2022 §6.3), as text; empty where it is no switch. */
function escapeName(bytes: Uint8Array, at: number): string {
  let end = at;
  while (end < bytes.length && bytes[end] >= 0x20 && bytes[end] <= 0x2f) end++;
  return end === at ? "" : String.fromCharCode(...bytes.subarray(at, Math.min(end + 1, at + 4)));
}

/** A run of 7-bit bytes. Two-byte sets are read in their EUC form: the same code with the high bits set. */
function lowText(
  run: Uint8Array,
  { width, encoding }: Designation,
  decode: (bytes: Uint8Array, label: string) => string,
): string {
  if (width === 1) return decode(run, encoding);
  const codes: number[] = [];
  for (let i = 0; i < run.length;) {
    // Line ends and spaces are never half of a character.
    const pair = run[i] > 0x20 && i + 1 < run.length && run[i + 1] > 0x20;
    if (pair && encoding === "euc-jp/212") codes.push(0x8f);
    if (pair) codes.push(run[i] | 0x80, run[i + 1] | 0x80);
    else codes.push(run[i]);
    i += pair ? 2 : 1;
  }
  return decode(new Uint8Array(codes), "euc-jp");
}
