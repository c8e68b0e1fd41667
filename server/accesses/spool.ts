import { createMutex } from "../db/mutex.ts";
import { unwrapKey, wrapKey } from "../keys/derive.ts";
import type { Entry } from "./store.ts";

/** Entries of the trace that the database could not take yet, on the disk. */
export interface Spool {
  /** When it answers, the entry is on the disk. */
  add(entry: Entry): Promise<void>;
  /**
   * Hands every waiting entry on, oldest first, and forgets them when all were taken; again all, where one
   * failed.
   */
  drain(take: (entry: Entry) => Promise<void>): Promise<void>;
}

/** A file of sealed lines. What cannot be opened was cut off while it was written, and never acknowledged. */
export async function openSpool(facts: { path: string; key: Uint8Array<ArrayBuffer> }): Promise<Spool> {
  const { path, key } = facts;
  const turns = createMutex();
  let waiting = await Deno.stat(path).then(() => true, () => false);

  return {
    async add(entry) {
      const release = await turns.acquire();
      try {
        const plain = new TextEncoder().encode(JSON.stringify(entry));
        // The line break in front ends what an interrupted writing may have left.
        const line = `\n${(await wrapKey(key, plain, "spool")).toBase64()}\n`;
        using file = await Deno.open(path, { append: true, create: true, mode: 0o600 });
        const bytes = new TextEncoder().encode(line);
        for (let at = 0; at < bytes.length;) at += await file.write(bytes.subarray(at));
        await file.sync();
        waiting = true;
      } finally {
        release();
      }
    },
    async drain(take) {
      if (!waiting) return;
      const release = await turns.acquire();
      try {
        if (!waiting) return;
        for (const line of (await Deno.readTextFile(path)).split("\n")) {
          const entry = line && await openLine(key, line);
          if (entry) await take(entry);
        }
        await Deno.remove(path);
        waiting = false;
      } finally {
        release();
      }
    },
  };
}

const openLine = (key: Uint8Array<ArrayBuffer>, line: string): Promise<Entry | null> =>
  Promise.try(() => unwrapKey(key, Uint8Array.fromBase64(line), "spool"))
    .then((plain) => JSON.parse(new TextDecoder().decode(plain)) as Entry, () => null);
