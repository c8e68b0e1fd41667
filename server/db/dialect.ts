import type { Client, InArgs, Transaction } from "@libsql/client";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { createMutex, type Mutex } from "./mutex.ts";

/** Readers go past each other and past the writer (WAL), so Kysely need not queue them. */
class ConcurrentReadsAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/**
 * Kysely over a libSQL client. Writers queue here, in the process: two write transactions at once would
 * block the event loop for libSQL's whole busy timeout.
 */
export function libsqlDialect(client: Client): Dialect {
  const writers = createMutex();
  return {
    createAdapter: () => new ConcurrentReadsAdapter(),
    createDriver: () => new LibsqlDriver(client, writers),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class LibsqlDriver implements Driver {
  constructor(private readonly client: Client, private readonly writers: Mutex) {}

  async init(): Promise<void> {}
  acquireConnection(): Promise<LibsqlConnection> {
    return Promise.resolve(new LibsqlConnection(this.client, this.writers));
  }
  beginTransaction(connection: LibsqlConnection): Promise<void> {
    return connection.begin();
  }
  commitTransaction(connection: LibsqlConnection): Promise<void> {
    return connection.end("commit");
  }
  rollbackTransaction(connection: LibsqlConnection): Promise<void> {
    return connection.end("rollback");
  }
  async releaseConnection(): Promise<void> {}
  destroy(): Promise<void> {
    return Promise.resolve(this.client.close());
  }
}

class LibsqlConnection implements DatabaseConnection {
  #transaction: Transaction | null = null;
  #release = () => {};

  constructor(private readonly client: Client, private readonly writers: Mutex) {}

  async begin(): Promise<void> {
    this.#release = await this.writers.acquire();
    try {
      this.#transaction = await this.client.transaction("write");
    } catch (error) {
      this.#release();
      throw error;
    }
  }

  async end(how: "commit" | "rollback"): Promise<void> {
    try {
      await this.#transaction?.[how]();
    } finally {
      this.#transaction?.close();
      this.#transaction = null;
      this.#release();
    }
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const statement = { sql: query.sql, args: query.parameters as InArgs };
    const reads = this.#transaction !== null || SelectQueryNode.is(query.query);
    const release = reads ? () => {} : await this.writers.acquire();
    try {
      const { rows, rowsAffected, lastInsertRowid } = await (this.#transaction ?? this.client).execute(
        statement,
      );
      return { rows: rows as R[], numAffectedRows: BigInt(rowsAffected), insertId: lastInsertRowid };
    } finally {
      release();
    }
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("libSQL answers with whole results");
  }
}
