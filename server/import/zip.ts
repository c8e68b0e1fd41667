import { Inflate } from "fflate";
import { crc32, inflateRawSync } from "node:zlib";
import { type ImportFile, type NoFile, UnreadableFile } from "./file.ts";
import { zipEntries, type ZipEntry } from "./zip-directory.ts";
import { ZIP_LIMITS } from "./zip-limits.ts";

const ENCRYPTED = 1;
/** Deflate expands 1:1032 at most: a step of input yields no more than 17 MB. */
const STEP = 16 * 1024;

/**
 * The files in a ZIP, in its own order. Each is read, checked against its CRC-32 and forgotten; nothing is
 * unpacked to a disk, so that names cannot lead anywhere.
 *
 * @throws {UnreadableFile} where the archive as a whole is refused.
 */
export async function filesInZip(zip: ImportFile): Promise<(ImportFile | NoFile)[]> {
  const entries = (await zipEntries(zip)).filter(({ name }) => !/[/\\]$/.test(name));
  const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > Math.max(ZIP_LIMITS.total.least, zip.bytes * ZIP_LIMITS.total.ratio)) {
    throw new UnreadableFile("The ZIP expands too far to be an archive of images.");
  }
  return entries.map((entry) => fileOf(zip, entry));
}

function fileOf(zip: ImportFile, entry: ZipEntry): ImportFile | NoFile {
  const path = `${zip.path}/${entry.name}`;
  const refused = refusal(entry);
  if (refused) return { path, refused };
  const read = async (offset: number, length: number) => {
    const stored = await storedBytes(zip, entry);
    if (entry.method === 8 && offset === 0 && length < entry.bytes) return await beginning(stored, length);
    const content = contentOf(await stored(0, entry.storedBytes), entry);
    return content.subarray(offset, offset + length);
  };
  return { path, bytes: entry.bytes, read };
}

function refusal({ flags, method, bytes, storedBytes, isLink }: ZipEntry): string | null {
  const { ratio, least, most } = ZIP_LIMITS.entry;
  if (isLink) return "It is a link: name what it leads to instead.";
  if (flags & ENCRYPTED) return "It is encrypted: unpack the archive with its password first.";
  if (method !== 0 && method !== 8) {
    return "It is packed in a way that is not read here: unpack the archive first.";
  }
  if (bytes > Math.min(most, Math.max(least, storedBytes * ratio))) {
    return "It expands too far to be an image.";
  }
  return null;
}

const damaged = (cause?: unknown) => new UnreadableFile("It is damaged inside the ZIP.", { cause });

/** Reads stretches of an entry's stored bytes, which begin behind its local header. */
async function storedBytes(zip: ImportFile, { offset, storedBytes }: ZipEntry) {
  const header = await zip.read(offset, 30);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < 30 || view.getUint32(0, true) !== 0x04034b50) throw damaged();
  const start = offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  return (at: number, length: number) => zip.read(start + at, Math.min(length, storedBytes - at));
}

type ReadStored = Awaited<ReturnType<typeof storedBytes>>;

/** The first bytes of a deflated entry, unchecked: enough to see what it is. */
async function beginning(stored: ReadStored, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const into = new Uint8Array(length);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    const part = chunk.subarray(0, length - filled);
    into.set(part, filled);
    filled += part.length;
  });
  for (let at = 0; filled < length; at += STEP) {
    const step = await stored(at, STEP);
    if (step.length === 0) break;
    try {
      stream.push(step);
    } catch (cause) {
      throw damaged(cause);
    }
  }
  return into.subarray(0, filled);
}

function contentOf(stored: Uint8Array<ArrayBuffer>, entry: ZipEntry): Uint8Array<ArrayBuffer> {
  if (stored.length !== entry.storedBytes) throw damaged();
  const content = entry.method === 0 ? stored : inflated(stored, entry.bytes);
  if (content.length !== entry.bytes || crc32(content) !== entry.crc32) throw damaged();
  return content;
}

/** Never more than the directory promised. */
function inflated(stored: Uint8Array, bytes: number): Uint8Array<ArrayBuffer> {
  try {
    const content = inflateRawSync(stored, { maxOutputLength: Math.max(1, bytes) });
    return new Uint8Array(content.buffer as ArrayBuffer, content.byteOffset, content.length);
  } catch (cause) {
    throw damaged(cause);
  }
}
