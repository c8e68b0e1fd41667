import type { Tokens } from "../contract/auth.ts";

/** What outlives a page: the key that proves the session, and the tokens bound to it. Never health data. */
export interface StoredSession {
  readonly keyPair: CryptoKeyPair;
  readonly tokens: Tokens | null;
}

/** Where sessions are kept, one a clinic key. Replace it in tests or outside browsers. */
export interface KeyStore {
  load(name: string): Promise<StoredSession | null>;
  save(name: string, session: StoredSession): Promise<void>;
  clear(name: string): Promise<void>;
}

/** Keeps sessions as long as the page lives. */
export function memoryKeyStore(): KeyStore {
  const sessions = new Map<string, StoredSession>();
  return {
    load: (name) => Promise.resolve(sessions.get(name) ?? null),
    save: (name, session) => Promise.resolve(void sessions.set(name, session)),
    clear: (name) => Promise.resolve(void sessions.delete(name)),
  };
}

/**
 * Keeps sessions in the clinic origin's IndexedDB, where a non-extractable key can lie.
 * Where the browser refuses (private mode, blocked storage) it falls back to memory.
 */
export function browserKeyStore(): KeyStore {
  const memory = memoryKeyStore();
  const stored = async <T>(
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => Promise<T>,
    otherwise: () => Promise<T>,
  ): Promise<T> => {
    try {
      const database = await open();
      try {
        return await act(database.transaction("sessions", mode).objectStore("sessions"));
      } finally {
        database.close();
      }
    } catch {
      return await otherwise();
    }
  };
  return {
    load: async (name) => {
      const load = (sessions: IDBObjectStore) => settled<StoredSession | undefined>(sessions.get(name));
      return await stored("readonly", load, async () => undefined) ?? await memory.load(name);
    },
    save: (name, session) =>
      stored(
        "readwrite",
        (s) => settled(s.put(session, name)).then(() => {}),
        () => memory.save(name, session),
      ),
    clear: async (name) => {
      await memory.clear(name);
      await stored("readwrite", (s) => settled(s.delete(name)), async () => {});
    },
  };
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open("tuodossier", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("sessions");
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
