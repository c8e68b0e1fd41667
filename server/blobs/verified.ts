import { createHash } from "node:crypto";
import type { Tenant } from "../tenant.ts";
import { type BlobFacts, DamagedBlob } from "./blobs.ts";
import { blobById } from "./store.ts";

/**
 * A stored file whose digest was found right just now. Its bytes are read only when somebody asks for them.
 */
export interface VerifiedBlob {
  readonly facts: BlobFacts;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
}

/**
 * Reads a file once to its end before the first byte goes out: a digest that does not match is an error, not
 * a file.
 * @throws {DamagedBlob}
 */
export async function verifiedBlob({ db, blobs }: Tenant, id: string): Promise<VerifiedBlob> {
  const facts = await blobById(db, id);
  const digest = createHash("sha256");
  for await (const piece of blobs.read(facts)) digest.update(piece);
  if (digest.digest("hex") !== facts.sha256) throw new DamagedBlob(`Blob ${id} has another digest`);
  return { facts, stream: () => ReadableStream.from(blobs.read(facts)) };
}
