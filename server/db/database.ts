import { createClient } from "@libsql/client";
import { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { libsqlDialect } from "./dialect.ts";

/**
 * Opens an encrypted libSQL file (or makes it) and brings its tables up to date.
 *
 * @param encryptionKey 32 bytes in hex.
 * @throws {DatabaseError} with a sentence: it cannot be reached or written, was sealed with another key, or was
 * written by another version of the program.
 */
export async function openDatabase<Tables>(
  path: string,
  encryptionKey: string,
  migrations: Readonly<Record<string, Migration>>,
): Promise<Kysely<Tables>> {
  let client: ReturnType<typeof createClient> | undefined;
  try {
    client = createClient({ url: `file:${path}`, encryptionKey });
    await client.execute("PRAGMA journal_mode=WAL");
    const db = new Kysely<Tables>({ dialect: libsqlDialect(client) });
    const provider = { getMigrations: () => Promise.resolve({ ...migrations }) };
    const { error } = await new Migrator({ db, provider }).migrateToLatest();
    if (error) throw error;
    return db;
  } catch (cause) {
    client?.close();
    throw new DatabaseError(`The database ${path} ${whatFailed(cause)}`, { cause });
  }
}

export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
}

function whatFailed(cause: unknown): string {
  const { code, message } = cause as { code?: string; message?: string };
  // A wrong key and a damaged first page look alike.
  if (code === "SQLITE_NOTADB") {
    return "was sealed with another key: is the master key the one it was made with?";
  }
  // Kysely gives no code: a migration that was done is not among ours, or another stands in its place.
  if (message?.startsWith("corrupted migrations")) {
    return "was written by another version of TuoDossier: start that one, or a newer one";
  }
  return "cannot be opened: is the folder there and writable, and has the disk room?";
}
