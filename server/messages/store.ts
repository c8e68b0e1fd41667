import { instant } from "../clock.ts";
import type { ClinicDatabase } from "../tenant.ts";
import type { Failure, Kind, Message, State } from "./message.ts";

export async function addMessage(
  db: ClinicDatabase,
  message: Message & { id: string; state: "kept" | "queued"; goodUntil: number; now: number },
): Promise<void> {
  const { id, kind, to, subject, text, html, state, goodUntil, now } = message;
  await db.insertInto("messages").values({
    id,
    kind,
    recipient: to,
    subject,
    text,
    html,
    created_at: instant(now),
    state,
    next_try_at: state === "queued" ? instant(now) : null,
    expires_at: state === "queued" ? instant(goodUntil) : null,
  }).execute();
}

/** Every message ever written, oldest first; of what has left the house the words are gone. */
export async function listMessages(db: ClinicDatabase): Promise<readonly (Message & { at: string })[]> {
  const rows = await db.selectFrom("messages").selectAll().orderBy("created_at").orderBy("id").execute();
  return rows.map((row) => ({
    kind: row.kind as Kind,
    to: row.recipient,
    subject: row.subject,
    text: row.text,
    html: row.html,
    at: row.created_at,
  }));
}

/** How many SMS went out since then, or still may: what was taken back, or no gateway got, costs nothing. */
export async function countSms(db: ClinicDatabase, since: number): Promise<number> {
  const { count } = await db.selectFrom("messages").select(({ fn }) => fn.countAll().as("count"))
    .where("kind", "=", "sms").where("created_at", ">=", instant(since))
    .where(({ not, and, eb }) =>
      not(and([
        eb("state", "=", "failed"),
        eb(eb.fn.coalesce("failure", eb.val("")), "in", ["withdrawn", "unreachable"]),
      ]))
    ).executeTakeFirstOrThrow();
  return Number(count);
}

export async function messageState(
  db: ClinicDatabase,
  id: string,
): Promise<{ state: State; failure: Failure | null } | undefined> {
  return await db.selectFrom("messages").select(["state", "failure"]).where("id", "=", id)
    .executeTakeFirst() as { state: State; failure: Failure | null } | undefined;
}

export interface QueuedMessage extends Message {
  readonly id: string;
  /** How often it was tried, this time included. */
  readonly tries: number;
}

/**
 * Takes messages whose time has come, first those that are soonest of no use (codes), then the oldest: each counts
 * as tried, and its time comes again unless somebody writes what became of it. As a write it waits for the
 * transaction that runs, and sees what it did.
 */
export async function takeDue(
  db: ClinicDatabase,
  facts: { kind: Kind; except: readonly string[]; most: number; now: number; nextTry: number },
): Promise<readonly QueuedMessage[]> {
  const { kind, except, most, now, nextTry } = facts;
  const rows = await db.updateTable("messages")
    .set(({ eb }) => ({ tries: eb("tries", "+", 1), next_try_at: instant(nextTry) }))
    .where(
      "id",
      "in",
      (eb) =>
        eb.selectFrom("messages").select("id").where("state", "=", "queued").where("kind", "=", kind)
          .where("next_try_at", "<=", instant(now)).where("id", "not in", except)
          .orderBy("expires_at").orderBy("id").limit(most),
    )
    .returningAll().execute();
  const order = ({ expires_at, id }: typeof rows[number]) => `${expires_at} ${id}`;
  return rows.sort((a, b) => order(a) < order(b) ? -1 : 1).map((row) => ({
    id: row.id,
    kind: row.kind as Kind,
    to: row.recipient,
    subject: row.subject,
    text: row.text,
    html: row.html,
    tries: row.tries,
  }));
}

/** When the next queued message's time comes, or null. */
export async function nextDue(
  db: ClinicDatabase,
  facts: { kind: Kind; except: readonly string[] },
): Promise<number | null> {
  const row = await db.selectFrom("messages").select("next_try_at").where("state", "=", "queued")
    .where("kind", "=", facts.kind).where("id", "not in", facts.except)
    .orderBy("next_try_at").limit(1).executeTakeFirst();
  return row?.next_try_at ? Date.parse(row.next_try_at) : null;
}

/** What leaves takes its words with it: a password or a code lies here no longer than it has to. */
const ERASED = { text: "", html: null, next_try_at: null };

/** A report that it did not arrive may have been quicker. */
export async function markSent(db: ClinicDatabase, id: string, now: number): Promise<void> {
  await db.updateTable("messages").set(({ eb }) => ({
    ...ERASED,
    state: "sent",
    sent_at: instant(now),
    failure: eb.case().when("failure", "=", "undelivered").then("undelivered").else(null).end(),
  })).where("id", "=", id).execute();
}

/** A message that is sent already stays so: answers whether it was not. */
export async function markFailed(db: ClinicDatabase, id: string, failure: Failure): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable("messages").set({ ...ERASED, state: "failed", failure })
    .where("id", "=", id).where("state", "=", "queued").executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function markTried(
  db: ClinicDatabase,
  id: string,
  facts: { failure: Failure; nextTry: number },
): Promise<void> {
  await db.updateTable("messages").set({ failure: facts.failure, next_try_at: instant(facts.nextTry) })
    .where("id", "=", id).where("state", "=", "queued").execute();
}

/** What is of no use any more; answers how many they were. */
export async function failLate(db: ClinicDatabase, now: number): Promise<number> {
  const { numUpdatedRows } = await db.updateTable("messages").set({
    ...ERASED,
    state: "failed",
    failure: "late",
  })
    .where("state", "=", "queued").where("expires_at", "<=", instant(now)).executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Forgets what was sent, or failed, and was written before then (ms). What is kept here, and waits, stays. */
export async function removeGone(db: ClinicDatabase, before: number): Promise<void> {
  await db.deleteFrom("messages").where("state", "in", ["sent", "failed"])
    .where("created_at", "<=", instant(before)).execute();
}

/**
 * As the gateway reports it. What is delivered did arrive, whatever comes after, and is not sent again though its
 * gateway's answer was lost.
 */
export async function markReceipt(
  db: ClinicDatabase,
  id: string,
  { delivered, now }: { delivered: boolean; now: number },
): Promise<void> {
  const at = instant(now);
  await db.updateTable("messages").set(({ fn, val }) =>
    delivered
      ? {
        ...ERASED,
        state: "sent",
        sent_at: fn.coalesce("sent_at", val(at)),
        delivered_at: at,
        failure: null,
      }
      : { failure: "undelivered" }
  ).where("id", "=", id).where("kind", "=", "sms").where("delivered_at", "is", null).execute();
}
