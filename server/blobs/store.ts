import { instant } from "../clock.ts";
import type { ClinicDatabase } from "../tenant.ts";
import type { BlobFacts } from "./blobs.ts";

/** Keeps what is known of a stored blob; until then no reader can find it. */
export async function addBlob(db: ClinicDatabase, blob: BlobFacts, now: number): Promise<void> {
  await db.insertInto("blobs").values({
    id: blob.id,
    media_type: blob.mediaType,
    bytes: blob.bytes,
    sha256: blob.sha256,
    crc32: blob.crc32,
    wrapped_key: blob.wrappedKey,
    created_at: instant(now),
  }).execute();
}

const columns = [
  "id",
  "media_type as mediaType",
  "bytes",
  "sha256",
  "crc32",
  "wrapped_key as wrappedKey",
] as const;

export async function blobById(db: ClinicDatabase, id: string): Promise<BlobFacts> {
  const row = await db.selectFrom("blobs").select(columns).where("id", "=", id).executeTakeFirstOrThrow();
  return { ...row, wrappedKey: new Uint8Array(row.wrappedKey) };
}

/** Those of some ids that have a row. */
export async function knownBlobs(db: ClinicDatabase, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.selectFrom("blobs").select("id").where("id", "in", ids).execute();
  return new Set(rows.map(({ id }) => id));
}

/** The last id that has a row. */
export async function newestBlob(db: ClinicDatabase): Promise<string | undefined> {
  const row = await db.selectFrom("blobs").select("id").orderBy("id", "desc").limit(1).executeTakeFirst();
  return row?.id;
}

export async function blobsById(db: ClinicDatabase, ids: readonly string[]): Promise<Map<string, BlobFacts>> {
  const found = new Map<string, BlobFacts>();
  // SQLite takes 32,766 parameters a statement.
  for (let at = 0; at < ids.length; at += 10_000) {
    const rows = await db.selectFrom("blobs").select(columns).where("id", "in", ids.slice(at, at + 10_000))
      .execute();
    for (const row of rows) found.set(row.id, { ...row, wrappedKey: new Uint8Array(row.wrappedKey) });
  }
  return found;
}
