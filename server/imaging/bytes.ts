import { inflatedFile } from "@tuodossier/sdk/dicom";
import type { BlobFacts } from "../blobs/blobs.ts";
import { blobsById } from "../blobs/store.ts";
import type { Tenant } from "../tenant.ts";
import { type PlacedFile, stretchesOf } from "./rules.ts";

/** Up to here a stretch is read before it is answered, so that damage is told and never cuts an answer short. */
const AT_ONCE = 1024 * 1024;

/**
 * Bytes `start` to `end` (not included) of a series, read as they are taken: of each file only the segments
 * that are touched.
 *
 * @throws {DamagedBlob} from here where the first piece is damaged, on the stream where a later one is.
 */
export async function readSeries(
  tenant: Tenant,
  { files, start, end }: { files: readonly PlacedFile[]; start: number; end: number },
): Promise<Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>> {
  const pieces = piecesOf(tenant, { files, start, end });
  if (end - start <= AT_ONCE) return await gathered(pieces, end - start);
  const first = await pieces.next();
  return ReadableStream.from(startingWith(first, pieces));
}

async function* piecesOf(
  { db, blobs }: Tenant,
  { files, start, end }: { files: readonly PlacedFile[]; start: number; end: number },
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const stretches = stretchesOf(files, start, end);
  const facts = await blobsById(db, stretches.map(({ file }) => file.blobId));
  for (const { file, offset, length } of stretches) {
    const blob = facts.get(file.blobId);
    if (!blob) throw new Error("a blob has gone while its series was read");
    if (!file.inflated) yield* blobs.read(blob, offset, length);
    else yield (await inflated(blobs, blob)).subarray(offset, offset + length);
  }
}

/** Deflated data sets are rare and small: the whole file is inflated for any part of it. */
async function inflated(blobs: Tenant["blobs"], blob: BlobFacts): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(inflatedFile(await gathered(blobs.read(blob), blob.bytes)));
}

async function gathered(
  pieces: AsyncIterable<Uint8Array>,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for await (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

async function* startingWith<T>(first: IteratorResult<T>, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    if (first.done) return;
    yield first.value;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
