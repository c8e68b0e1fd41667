/** The records of a ZIP file (PKWARE APPNOTE 6.3.10, §4.3): sizes and CRC stand before the content. */

export interface ZipEntry {
  /** Path in the archive, parts divided by `/`. */
  readonly name: string;
  /** Length of the content as the archive carries it. */
  readonly bytes: number;
  readonly uncompressedBytes: number;
  /** CRC-32 of the uncompressed content, unsigned. */
  readonly crc32: number;
  /** 0: stored, 8: deflated. */
  readonly method: 0 | 8;
  /** Written in UTC, to two seconds: the format knows no zone. 1980 to 2107. */
  readonly modified: Date;
  /** Gets the execute bit where the archive is unpacked on macOS or Linux. */
  readonly executable?: boolean;
}

const LIMIT_32 = 0xffffffff;
const LIMIT_16 = 0xffff;
const VERSION_ZIP64 = 45;
const VERSION = 20;
/** APPNOTE §4.4.2.2: 3 is Unix, whose file mode stands in the upper half of the external attributes. */
const MADE_BY_UNIX = 3 << 8;
/** APPNOTE §4.4.4, bit 11: the name is UTF-8. */
const UTF8_NAME = 0x0800;
const REGULAR_FILE = 0o100644;
const PROGRAM = 0o100755;

const utf8 = new TextEncoder();

const largeContent = (entry: ZipEntry): boolean =>
  entry.bytes >= LIMIT_32 || entry.uncompressedBytes >= LIMIT_32;

/** What 32 bits cannot hold, sizes or offset, stands in the ZIP64 extra field (APPNOTE §4.5.3). */
const extraLength = (entry: ZipEntry, offset: number): number => {
  const fields = (largeContent(entry) ? 2 : 0) + (offset >= LIMIT_32 ? 1 : 0);
  return fields ? 4 + 8 * fields : 0;
};

export const localHeaderLength = (entry: ZipEntry): number =>
  30 + utf8.encode(entry.name).length + extraLength(entry, 0);

export const centralHeaderLength = (entry: ZipEntry, offset: number): number =>
  46 + utf8.encode(entry.name).length + extraLength(entry, offset);

/** What precedes an entry's content (APPNOTE §4.3.7). */
export function localHeader(entry: ZipEntry): Uint8Array {
  const record = writer(localHeaderLength(entry));
  record.u32(0x04034b50);
  shared(record, entry, 0);
  record.bytes(utf8.encode(entry.name));
  extra(record, entry, 0);
  return record.whole;
}

/** An entry's record in the central directory (APPNOTE §4.3.12); `offset` is that of its local header. */
export function centralHeader(entry: ZipEntry, offset: number): Uint8Array {
  const record = writer(centralHeaderLength(entry, offset));
  record.u32(0x02014b50);
  record.u16(MADE_BY_UNIX | VERSION_ZIP64);
  shared(record, entry, offset);
  record.u16(0); // comment
  record.u16(0); // disk
  record.u16(0); // internal attributes
  record.u32(((entry.executable ? PROGRAM : REGULAR_FILE) << 16) >>> 0);
  record.u32(Math.min(offset, LIMIT_32));
  record.bytes(utf8.encode(entry.name));
  extra(record, entry, offset);
  return record.whole;
}

/** Where the central directory lies. */
export interface Directory {
  readonly entries: number;
  readonly offset: number;
  readonly bytes: number;
}

const largeDirectory = ({ entries, offset, bytes }: Directory): boolean =>
  entries >= LIMIT_16 || offset >= LIMIT_32 || bytes >= LIMIT_32;

export const endLength = (directory: Directory): number => largeDirectory(directory) ? 56 + 20 + 22 : 22;

/** The archive's end (APPNOTE §4.3.14 to §4.3.16), with the ZIP64 records where a number needs them. */
export function endRecords(directory: Directory): Uint8Array {
  const { entries, offset, bytes } = directory;
  const record = writer(endLength(directory));
  if (largeDirectory(directory)) {
    record.u32(0x06064b50);
    record.u64(44); // what follows of this record
    record.u16(MADE_BY_UNIX | VERSION_ZIP64);
    record.u16(VERSION_ZIP64);
    record.u32(0);
    record.u32(0);
    record.u64(entries);
    record.u64(entries);
    record.u64(bytes);
    record.u64(offset);
    record.u32(0x07064b50);
    record.u32(0);
    record.u64(offset + bytes);
    record.u32(1);
  }
  record.u32(0x06054b50);
  record.u16(0);
  record.u16(0);
  record.u16(Math.min(entries, LIMIT_16));
  record.u16(Math.min(entries, LIMIT_16));
  record.u32(Math.min(bytes, LIMIT_32));
  record.u32(Math.min(offset, LIMIT_32));
  record.u16(0);
  return record.whole;
}

type Writer = ReturnType<typeof writer>;

/** The fields a local and a central header have in common, in their order. */
function shared(record: Writer, entry: ZipEntry, offset: number): void {
  const large = largeContent(entry);
  const extraBytes = extraLength(entry, offset);
  record.u16(extraBytes ? VERSION_ZIP64 : VERSION);
  record.u16(UTF8_NAME);
  record.u16(entry.method);
  record.u16(dosTime(entry.modified));
  record.u16(dosDate(entry.modified));
  record.u32(entry.crc32);
  record.u32(large ? LIMIT_32 : entry.bytes);
  record.u32(large ? LIMIT_32 : entry.uncompressedBytes);
  record.u16(utf8.encode(entry.name).length);
  record.u16(extraBytes);
}

function extra(record: Writer, entry: ZipEntry, offset: number): void {
  const length = extraLength(entry, offset);
  if (!length) return;
  record.u16(0x0001);
  record.u16(length - 4);
  if (largeContent(entry)) {
    record.u64(entry.uncompressedBytes);
    record.u64(entry.bytes);
  }
  if (offset >= LIMIT_32) record.u64(offset);
}

const dosTime = (date: Date): number =>
  (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);

const dosDate = (date: Date): number =>
  ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();

function writer(length: number) {
  const whole = new Uint8Array(length);
  const view = new DataView(whole.buffer);
  let at = 0;
  const advance = (count: number): number => (at += count) - count;
  return {
    whole,
    u16: (value: number): void => view.setUint16(advance(2), value, true),
    u32: (value: number): void => view.setUint32(advance(4), value, true),
    u64: (value: number): void => view.setBigUint64(advance(8), BigInt(value), true),
    bytes: (bytes: Uint8Array): void => whole.set(bytes, advance(bytes.length)),
  };
}
