import { hashOf } from "../keys/secret.ts";
import type { ClinicDatabase } from "../tenant.ts";

/** One line of the trace, as it is chained: the order of members is part of the hash. */
export interface Entry {
  readonly at: string;
  readonly actor: string;
  readonly who: string | null;
  readonly act: string;
  readonly room: string;
  readonly patientId: string | null;
  readonly objectId: string | null;
  readonly sessionId: string | null;
  readonly purpose: string | null;
}

export type StoredEntry = Entry & {
  readonly sequence: number;
  readonly hash: string;
  readonly previousHash: string;
};

/** SHA-256 over the previous hash and the entry: no line can change without all after it. */
export const chainHash = (sequence: number, previousHash: string, entry: Entry): string => {
  const { at, actor, who, act, room, patientId, objectId, sessionId, purpose } = entry;
  return hashOf(JSON.stringify([
    sequence,
    previousHash,
    at,
    actor,
    who,
    act,
    room,
    patientId,
    objectId,
    sessionId,
    purpose,
  ]));
};

/**
 * Appends to the chain, head and entry in one transaction (the caller's, where it is in one). One entry a
 * session, object, act and purpose: the pages of a list and the frames of a study fall under the first.
 */
export async function appendEntry(db: ClinicDatabase, entry: Entry): Promise<void> {
  if (await isWritten(db, entry)) return;
  if (db.isTransaction) return await append(db, entry);
  await db.transaction().execute(async (tx) => {
    if (!await isWritten(tx, entry)) await append(tx, entry);
  });
}

async function isWritten(db: ClinicDatabase, entry: Entry): Promise<boolean> {
  if (!entry.sessionId || (entry.act !== "read" && entry.act !== "list")) return false;
  const same = await db.selectFrom("accesses").select("sequence").where("session_id", "=", entry.sessionId)
    .where("act", "=", entry.act).where("object_id", "is", entry.objectId).where("room", "=", entry.room)
    .where("purpose", "is", entry.purpose).executeTakeFirst();
  return same !== undefined;
}

async function append(db: ClinicDatabase, entry: Entry): Promise<void> {
  const head = await db.selectFrom("accesses").select(["sequence", "hash"]).orderBy("sequence", "desc").limit(
    1,
  )
    .executeTakeFirst();
  const [sequence, previousHash] = [(head?.sequence ?? 0) + 1, head?.hash ?? ""];
  await db.insertInto("accesses").values({
    sequence,
    at: entry.at,
    actor: entry.actor,
    who: entry.who,
    act: entry.act,
    room: entry.room,
    patient_id: entry.patientId,
    object_id: entry.objectId,
    session_id: entry.sessionId,
    purpose: entry.purpose,
    previous_hash: previousHash,
    hash: chainHash(sequence, previousHash, entry),
  }).execute();
}

/** A patient's own entries, newest first, before `cursor` where given. */
export async function listEntries(
  db: ClinicDatabase,
  facts: { patientId: string; before: number | null; limit: number },
): Promise<StoredEntry[]> {
  let select = entries(db).where("patient_id", "=", facts.patientId).orderBy("sequence", "desc").limit(
    facts.limit,
  );
  if (facts.before !== null) select = select.where("sequence", "<", facts.before);
  return await select.execute();
}

/** The chain from `after` on, oldest first. */
export const chainFrom = (db: ClinicDatabase, after: number, limit: number): Promise<StoredEntry[]> =>
  entries(db).where("sequence", ">", after).orderBy("sequence").limit(limit).execute();

const entries = (db: ClinicDatabase) =>
  db.selectFrom("accesses").select([
    "sequence",
    "at",
    "actor",
    "who",
    "act",
    "room",
    "patient_id as patientId",
    "object_id as objectId",
    "session_id as sessionId",
    "purpose",
    "previous_hash as previousHash",
    "hash",
  ]);
