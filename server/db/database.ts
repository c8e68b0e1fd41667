import { createClient } from "@libsql/client";
import { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { libsqlDialect } from "./dialect.ts";

/**
 * Opens an encrypted libSQL file (or makes it) and brings its tables up to date.
 *
 * @param encryptionKey 32 bytes in hex.
 * @throws {DatabaseError} with a sentence, when the file cannot be opened or was sealed with another key.
 */
export async function openDatabase<Tables>(
  path: string,
  encryptionKey: string,
  migrations: Readonly<Record<string, Migration>>,
): Promise<Kysely<Tables>> {
  try {
    const client = createClient({ url: `file:${path}`, encryptionKey });
    await client.execute("PRAGMA journal_mode=WAL");
    const db = new Kysely<Tables>({ dialect: libsqlDialect(client) });
    const provider = { getMigrations: () => Promise.resolve({ ...migrations }) };
    const { error } = await new Migrator({ db, provider }).migrateToLatest();
    if (error) throw error;
    return db;
  } catch (cause) {
    throw new DatabaseError(
      `The database ${path} cannot be opened: is the folder writable, and the key its own?`,
      {
        cause,
      },
    );
  }
}

export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
}
