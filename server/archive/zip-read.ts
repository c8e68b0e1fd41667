/** Reading any stretch of an archive, as fast as it is taken and no faster. */
import { segments, type ZipLayout } from "./zip.ts";

/** What is held in memory of a download. */
export const PIECE_BYTES = 256 * 1024;

/** Gives `length` bytes of an entry's content from `offset` on. */
export type OpenContent = (
  entry: number,
  offset: number,
  length: number,
) => AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>;

export interface Stretch {
  readonly start: number;
  /** Not included. */
  readonly end: number;
  readonly open: OpenContent;
}

/**
 * Bytes `start` to `end` of the archive in pieces of 256 KiB, the last one shorter. Nothing is opened before
 * the first piece is asked for; cancelling closes the content that is open. The stream fails when a content
 * is not as long as the layout says, and with what `open` throws.
 *
 * @throws {RangeError} when the stretch is not within the archive.
 * @example
 * ```ts
 * import { layout } from "./zip.ts";
 * import { readRange } from "./zip-read.ts";
 * const empty = layout([]);
 * const stream = readRange(empty, { start: 0, end: empty.bytes, open: () => ReadableStream.from([]) });
 * const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
 * if (bytes.length !== 22) throw new Error("an empty archive is its end record");
 * ```
 */
export function readRange(zip: ZipLayout, stretch: Stretch): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { start, end } = stretch;
  if (!(start >= 0 && start <= end && end <= zip.bytes)) throw new RangeError("stretch outside the archive");
  return ReadableStream.from(pieces(chunks(zip, stretch), end - start));
}

async function* chunks(zip: ZipLayout, { start, end, open }: Stretch): AsyncGenerator<Uint8Array> {
  for (const segment of segments(zip, start, end)) {
    if (segment instanceof Uint8Array) {
      yield segment;
      continue;
    }
    let missing = segment.length;
    for await (const chunk of await open(segment.entry, segment.offset, segment.length)) {
      missing -= chunk.length;
      if (missing < 0) break;
      yield chunk;
    }
    if (missing !== 0) throw new Error(`entry ${segment.entry} is not as long as the archive says`);
  }
}

/** Copies into pieces of equal length: one write a piece, whatever the length of headers and chunks. */
async function* pieces(
  source: AsyncIterable<Uint8Array>,
  bytes: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let left = bytes;
  let piece = new Uint8Array(Math.min(PIECE_BYTES, left));
  let filled = 0;
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length;) {
      const part = chunk.subarray(at, at + piece.length - filled);
      piece.set(part, filled);
      at += part.length;
      filled += part.length;
      if (filled < piece.length) continue;
      yield piece;
      left -= piece.length;
      piece = new Uint8Array(Math.min(PIECE_BYTES, left));
      filled = 0;
    }
  }
}
