import type { ErrandAct, Tokens } from "../contract/auth.ts";
import type { HandOverKeys } from "./hand-over.ts";

/** The key that proves the session, and the tokens bound to it. Times are milliseconds of this device's clock. */
export interface StoredSession {
  readonly keyPair: CryptoKeyPair;
  readonly tokens: Tokens;
  /** When the tokens came. */
  readonly keptAt: number;
  /** The session's absolute end. */
  readonly endsAt: number;
}

/** A redirect under way: what its answer is known by, and for a sign-in what it is traded with. */
export interface Pending {
  readonly from: "sign-in" | ErrandAct;
  readonly state: string;
  readonly keys?: HandOverKeys;
}

/** What outlives a page, each by itself: never health data. */
export interface Kept {
  session: StoredSession;
  pending: Pending;
  /** What makes this browser a known one, newest first; it outlives the session. */
  devices: readonly string[];
}

/** Where it is kept, by the clinic's key. Replace it in tests or outside browsers. */
export interface KeyStore {
  load<K extends keyof Kept = "session">(name: string, what?: K): Promise<Kept[K] | null>;
  /** Resolves to whether it will outlive the page. */
  save<K extends keyof Kept = "session">(name: string, value: Kept[K], what?: K): Promise<boolean>;
  clear(name: string, what?: keyof Kept): Promise<void>;
}

/**
 * Keeps sessions as long as the page lives.
 *
 * @example
 * ```ts
 * import { memoryKeyStore } from "@tuodossier/sdk";
 * const store = memoryKeyStore();
 * if (await store.save("pk_demo", ["…"], "devices")) throw new Error("it does not outlive the page");
 * ```
 */
export function memoryKeyStore(): KeyStore {
  const kept = new Map<string, unknown>();
  return {
    load: async <K extends keyof Kept>(name: string, what?: K) =>
      (kept.get(entry(name, what)) ?? null) as Kept[K] | null,
    save: async (name, value, what) => !kept.set(entry(name, what), value),
    clear: async (name, what) => void kept.delete(entry(name, what)),
  };
}

/**
 * Keeps sessions in the clinic origin's IndexedDB, where a non-extractable key can lie.
 * Where the browser refuses (private mode, blocked storage) it falls back to memory.
 *
 * @example
 * ```ts
 * import { browserKeyStore } from "@tuodossier/sdk";
 * const store = browserKeyStore();
 * if (await store.load("pk_demo") !== null) throw new Error("nobody has signed in");
 * ```
 */
export function browserKeyStore(): KeyStore {
  const memory = memoryKeyStore();
  return {
    // What memory holds is newer: it is there only since the database refused it.
    load: async <K extends keyof Kept>(name: string, what?: K) =>
      await memory.load(name, what) ??
        await stored<Kept[K]>("readonly", (all) => all.get(entry(name, what))).catch(() => null) ?? null,
    save: async (name, value, what) => {
      await memory.save(name, value, what);
      return await stored("readwrite", (all) => all.put(value, entry(name, what)))
        .then(() => memory.clear(name, what)).then(() => true, () => false);
    },
    clear: async (name, what) => {
      await memory.clear(name, what);
      await stored("readwrite", (all) => all.delete(entry(name, what))).catch(() => {});
    },
  };
}

const entry = (name: string, what: keyof Kept = "session") => `${name} ${what}`;

/** Settles when it is on the disk, so that the page may go. */
async function stored<T>(
  mode: IDBTransactionMode,
  act: (all: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open("tuodossier", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("sessions");
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction("sessions", mode);
      const request = act(transaction.objectStore("sessions"));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}
