/** The directory of a ZIP (PKWARE APPNOTE 6.3.10 §4.3), with 64-bit sizes, read as what a stranger wrote. */
import { type ImportFile, UnreadableFile } from "./file.ts";
import { ZIP_LIMITS } from "./zip-limits.ts";

export interface ZipEntry {
  readonly name: string;
  readonly flags: number;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly crc32: number;
  readonly storedBytes: number;
  readonly bytes: number;
  /** Of the local header. */
  readonly offset: number;
  readonly isLink: boolean;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const RECORD = 0x02014b50;
const END_BYTES = 22;
const FULL = 0xffffffff;
const LINK = 0o120000;

const damaged = () => new UnreadableFile("The ZIP is damaged or cut off: its directory cannot be read.");

/** @throws {UnreadableFile} damaged, in several volumes, beyond {@link ZIP_LIMITS}, or with entries that overlap. */
export async function zipEntries(file: ImportFile): Promise<ZipEntry[]> {
  const { offset, bytes, count } = await findDirectory(file);
  if (count > ZIP_LIMITS.entries || bytes > ZIP_LIMITS.directoryBytes) {
    throw new UnreadableFile(`The ZIP has more than ${ZIP_LIMITS.entries} entries.`);
  }
  const directory = await file.read(offset, bytes);
  const entries: ZipEntry[] = [];
  const view = viewOf(directory);
  let at = 0;
  while (entries.length < count) {
    if (at + 46 > directory.length || view.getUint32(at, true) !== RECORD) throw damaged();
    const next = at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
    if (next > directory.length) throw damaged();
    entries.push(entryOf(directory.subarray(at, next)));
    at = next;
  }
  refuseOverlaps(entries, offset);
  return entries;
}

async function findDirectory(file: ImportFile): Promise<{ offset: number; bytes: number; count: number }> {
  const tailAt = Math.max(0, file.bytes - END_BYTES - 0xffff);
  const tail = await file.read(tailAt, file.bytes - tailAt);
  const view = viewOf(tail);
  let at = tail.length - END_BYTES;
  while (at >= 0 && view.getUint32(at, true) !== END) at--;
  if (at < 0) throw damaged();
  const small = {
    count: view.getUint16(at + 10, true),
    bytes: view.getUint32(at + 12, true),
    offset: view.getUint32(at + 16, true),
  };
  const is64 = small.count === 0xffff || small.bytes === FULL || small.offset === FULL;
  const directory = is64 ? await findDirectory64(file, tailAt + at - 20) : small;
  if (view.getUint16(at + 4, true) !== 0 && !is64) {
    throw new UnreadableFile("The ZIP is one of several volumes.");
  }
  if (directory.offset + directory.bytes > file.bytes) throw damaged();
  return directory;
}

async function findDirectory64(file: ImportFile, locatorAt: number) {
  if (locatorAt < 0) throw damaged();
  const locator = viewOf(await file.read(locatorAt, 20));
  if (locator.byteLength < 20 || locator.getUint32(0, true) !== LOCATOR_64) throw damaged();
  const end = viewOf(await file.read(safe(locator.getBigUint64(8, true)), 56));
  if (end.byteLength < 56 || end.getUint32(0, true) !== END_64) throw damaged();
  const [count, bytes, offset] = [32, 40, 48].map((at) => safe(end.getBigUint64(at, true)));
  return { count, bytes, offset };
}

function entryOf(record: Uint8Array): ZipEntry {
  const view = viewOf(record);
  const nameEnd = 46 + view.getUint16(28, true);
  const flags = view.getUint16(8, true);
  const extra = record.subarray(nameEnd, nameEnd + view.getUint16(30, true));
  const wide = wideValues(extra);
  const value = (at: number): number => {
    const small = view.getUint32(at, true);
    if (small !== FULL) return small;
    const large = wide.shift();
    if (large === undefined) throw damaged();
    return large;
  };
  // The order of the values in the extra field is that of the standard: size, stored size, offset (§4.5.3).
  const [bytes, storedBytes, offset] = [value(24), value(20), value(42)];
  return {
    name: nameOf(record.subarray(46, nameEnd)),
    flags,
    method: view.getUint16(10, true),
    crc32: view.getUint32(16, true),
    storedBytes,
    bytes,
    offset,
    isLink: (view.getUint32(38, true) >>> 16 & 0o170000) === LINK,
  };
}

/** The 64-bit values of the extra field 1. */
function wideValues(extra: Uint8Array): number[] {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length;) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1 && at + 4 + length <= extra.length) {
      const count = Math.min(3, Math.floor(length / 8));
      return Array.from({ length: count }, (_, i) => safe(view.getBigUint64(at + 4 + 8 * i, true)));
    }
    at += 4 + length;
  }
  return [];
}

/** Entries that share bytes are how a small archive gets to expand without end; no archiver makes them. */
function refuseOverlaps(entries: readonly ZipEntry[], directoryAt: number): void {
  let end = 0;
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset < end) throw damaged();
    end = entry.offset + 30 + entry.storedBytes;
  }
  if (end > directoryAt) throw damaged();
}

/** Names are shown, never opened. Those that are not UTF-8 come from old Windows programs. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function safe(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged();
  return Number(value);
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
