/** Archives to test with. */
import { crc32, deflateRawSync } from "node:zlib";
import { seeded } from "./peer.testing.ts";
import { layout, type ZipEntry, type ZipLayout } from "./zip.ts";
import { type OpenContent, PIECE_BYTES } from "./zip-read.ts";

export const modified = new Date("2026-11-23T09:30:42Z");

export const stored = (name: string, content: Uint8Array): ZipEntry => ({
  name,
  bytes: content.length,
  uncompressedBytes: content.length,
  crc32: crc32(content),
  method: 0,
  modified,
});

/** Content in chunks of uneven length, as a file or a network gives it. */
export const openFrom = (contents: readonly Uint8Array[]): OpenContent => (entry, offset, length) =>
  ReadableStream.from(uneven(contents[entry].subarray(offset, offset + length)));

function* uneven(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0, size = 1; at < bytes.length; at += size, size = size * 3 % 70001 + 1) {
    yield bytes.subarray(at, at + size);
  }
}

export const bytesOf = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array> =>
  new Uint8Array(await new Response(stream).arrayBuffer());

export function sample(): { zip: ZipLayout; open: OpenContent; contents: readonly Uint8Array[] } {
  const random = seeded(7);
  const noise = (length: number) => Uint8Array.from({ length }, () => random() * 256);
  const text = new TextEncoder().encode("Gentile paziente, ".repeat(5000));
  const deflated = new Uint8Array(deflateRawSync(text));
  const plain = [noise(0), noise(1), noise(300_000), noise(PIECE_BYTES), noise(65_537)];
  const entries: ZipEntry[] = [
    ...plain.map((content, i) => stored(`DICOM/ST000001/IM00000${i}`, content)),
    { ...stored("LEGGIMI.TXT", text), bytes: deflated.length, method: 8 },
    { ...stored("Avvia.command", plain[1]), executable: true },
    stored("perché-日本.txt", plain[4]),
  ];
  const contents = [...plain, deflated, plain[1], plain[4]];
  return { zip: layout(entries), open: openFrom(contents), contents };
}
