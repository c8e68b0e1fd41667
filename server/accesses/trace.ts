import type { Act, Actor } from "@tuodossier/sdk/contract";
import { instant } from "../clock.ts";
import type { Tenant } from "../tenant.ts";
import { appendEntry, chainFrom, chainHash } from "./store.ts";

/** Who does what to whose dossier. Ids only: the trace bears no content. */
export interface Trace {
  readonly actor: Actor;
  readonly act: Act;
  /** The room of the object, e.g. `documents`. */
  readonly room: string;
  readonly patientId: string | null;
  readonly objectId?: string | null;
  readonly sessionId?: string | null;
  /** A professional's name and unit. */
  readonly who?: string | null;
  readonly purpose?: string | null;
}

/**
 * Writes the trace; it has to have answered before the first byte of what is traced goes out. Where it cannot
 * be written nothing goes out, but for a patient's own reading: that goes on with the entry in the spool.
 */
export async function trace(tenant: Tenant, facts: Trace): Promise<void> {
  const { actor, act, room, patientId, objectId = null, sessionId = null, who = null, purpose = null } =
    facts;
  const at = instant(tenant.now());
  const entry = { at, actor, who, act, room, patientId, objectId, sessionId, purpose };
  const { db, spool } = tenant;
  // What is drained inside a transaction would be lost when it rolls back.
  if (db.isTransaction) return await appendEntry(db, entry);
  try {
    await spool.drain((waiting) => appendEntry(db, waiting));
    await appendEntry(db, entry);
  } catch (error) {
    if (actor !== "patient" || (act !== "read" && act !== "list")) throw error;
    await spool.add(entry);
  }
}

/** The number of the first entry that is not as it was written, or null: the whole chain holds. */
export async function firstBrokenEntry(tenant: Tenant): Promise<number | null> {
  let [sequence, hash] = [0, ""];
  for (;;) {
    const page = await chainFrom(tenant.db, sequence, 1000);
    if (page.length === 0) return null;
    for (const entry of page) {
      const expected = sequence + 1;
      const whole = entry.sequence === expected && entry.previousHash === hash &&
        entry.hash === chainHash(expected, hash, entry);
      if (!whole) return expected;
      [sequence, hash] = [expected, entry.hash];
    }
  }
}
