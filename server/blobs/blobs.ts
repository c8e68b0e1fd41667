import { deriveKey, newKey, unwrapKey, wrapKey } from "../keys/derive.ts";
import { newId } from "../keys/uuid.ts";
import { importBlobKey, seal, unseal } from "./sealed.ts";
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";

/** What is known of a stored blob; a room keeps it in its clinic's `blobs` table. */
export interface BlobFacts {
  readonly id: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** SHA-256 of the content, in hex. */
  readonly sha256: string;
  readonly crc32: number;
  readonly wrappedKey: Uint8Array<ArrayBuffer>;
}

/** One clinic's files, each sealed under a key of its own. */
export interface Blobs {
  /** Stores `content` durably: when it answers, the bytes are on the disk. */
  put(content: Uint8Array<ArrayBuffer>, mediaType: string): Promise<BlobFacts>;
  /** A stretch of the content, a segment of 256 KiB at a time. Throws {@link DamagedBlob}. */
  read(blob: BlobFacts, offset?: number, length?: number): AsyncGenerator<Uint8Array<ArrayBuffer>>;
  remove(id: string): Promise<void>;
}

/** The stored bytes are not the ones that were sealed, or are gone. */
export class DamagedBlob extends Error {
  override readonly name = "DamagedBlob";
}

export async function openBlobs(
  facts: { folder: string; clinicKey: Uint8Array<ArrayBuffer>; now: () => number },
): Promise<Blobs> {
  const wrapping = await deriveKey(facts.clinicKey, "blob keys");
  // The last characters of a UUIDv7 are random: folders fill evenly.
  const pathOf = (id: string) => `${facts.folder}/${id.slice(-2)}/${id}`;

  return {
    async put(content, mediaType) {
      const id = newId(facts.now());
      const key = newKey();
      const path = pathOf(id);
      await Deno.mkdir(path.slice(0, path.lastIndexOf("/")), { recursive: true });
      await writeDurably(path, seal(await importBlobKey(key), id, content));
      return {
        id,
        mediaType,
        bytes: content.length,
        sha256: createHash("sha256").update(content).digest("hex"),
        crc32: crc32(content),
        wrappedKey: await wrapKey(wrapping, key, id),
      };
    },
    async *read(blob, offset = 0, length = blob.bytes - offset) {
      const damaged = (cause: unknown) => new DamagedBlob(`Blob ${blob.id} is damaged or missing`, { cause });
      const file = await Deno.open(pathOf(blob.id)).catch((cause) => {
        throw damaged(cause);
      });
      try {
        const key = await importBlobKey(await unwrapKey(wrapping, blob.wrappedKey, blob.id));
        yield* unseal(file, { key, id: blob.id, bytes: blob.bytes, offset, length });
      } catch (cause) {
        throw cause instanceof DOMException ? damaged(cause) : cause;
      } finally {
        file.close();
      }
    },
    async remove(id) {
      await Deno.remove(pathOf(id)).catch(() => {});
    },
  };
}

/** Temporary file, fsync, rename: the name never stands for half a file. */
async function writeDurably(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const temporary = `${path}.part`;
  const file = await Deno.open(temporary, { write: true, create: true, truncate: true, mode: 0o600 });
  try {
    for await (const piece of pieces) {
      for (let at = 0; at < piece.length;) at += await file.write(piece.subarray(at));
    }
    await file.sync();
  } catch (error) {
    await Deno.remove(temporary).catch(() => {});
    throw error;
  } finally {
    file.close();
  }
  await Deno.rename(temporary, path);
}
