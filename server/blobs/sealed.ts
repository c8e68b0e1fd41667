/**
 * The sealed form of a blob: AES-256-GCM over segments of 256 KiB, so that any Range is read by opening only
 * the segments it touches. The nonce is the segment's index and whether it is the last one (the key is the
 * blob's own, used for nothing else), so segments cannot change places, and an end cannot be cut off.
 */
export const SEGMENT = 256 * 1024;
const TAG = 16;
const SEALED_SEGMENT = SEGMENT + TAG;

export const importBlobKey = (key: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]);

const segmentsOf = (bytes: number) => Math.max(1, Math.ceil(bytes / SEGMENT));

function nonce(index: number, last: boolean): Uint8Array<ArrayBuffer> {
  const iv = new Uint8Array(12);
  new DataView(iv.buffer).setUint32(0, index);
  iv[11] = last ? 1 : 0;
  return iv;
}

const parameters = (id: string, index: number, last: boolean) => ({
  name: "AES-GCM",
  iv: nonce(index, last),
  additionalData: new TextEncoder().encode(id),
});

/** Seals `content` for the blob `id`, segment by segment. */
export async function* seal(
  key: CryptoKey,
  id: string,
  content: Uint8Array<ArrayBuffer>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const count = segmentsOf(content.length);
  for (let index = 0; index < count; index++) {
    const segment = content.subarray(index * SEGMENT, (index + 1) * SEGMENT);
    const how = parameters(id, index, index === count - 1);
    yield new Uint8Array(await crypto.subtle.encrypt(how, key, segment));
  }
}

/**
 * Reads `length` bytes from `offset` of a sealed file, a segment at a time.
 *
 * @throws {DOMException} `OperationError` when a single bit of what it touches is not as it was sealed.
 */
export async function* unseal(
  file: Deno.FsFile,
  facts: { key: CryptoKey; id: string; bytes: number; offset: number; length: number },
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { key, id, bytes, offset, length } = facts;
  const count = segmentsOf(bytes);
  const end = offset + length;
  for (let index = Math.floor(offset / SEGMENT); index < count && index * SEGMENT < end; index++) {
    const start = index * SEGMENT;
    const plain = Math.min(SEGMENT, bytes - start);
    const sealed = new Uint8Array(plain + TAG);
    await file.seek(index * SEALED_SEGMENT, Deno.SeekMode.Start);
    await readFull(file, sealed);
    const how = parameters(id, index, index === count - 1);
    const segment = new Uint8Array(await crypto.subtle.decrypt(how, key, sealed));
    yield segment.subarray(Math.max(0, offset - start), Math.min(plain, end - start));
  }
}

async function readFull(file: Deno.FsFile, into: Uint8Array): Promise<void> {
  for (let at = 0; at < into.length;) {
    const read = await file.read(into.subarray(at));
    // What is missing stays zero: the tag will not match.
    if (read === null) return;
    at += read;
  }
}
