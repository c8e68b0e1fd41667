import { instant } from "../clock.ts";
import type { ClinicDatabase } from "../tenant.ts";
import type { Ticket } from "./rules.ts";

/** What a ticket opens, and for whom. */
export interface StoredTicket extends Ticket {
  /** SHA-256 of the ticket: all that is kept of it. */
  readonly tokenHash: string;
  readonly exportId: string;
  readonly volume: number;
  readonly patientId: string;
  readonly sessionId: string;
}

export async function addTicket(db: ClinicDatabase, ticket: StoredTicket): Promise<void> {
  await db.insertInto("tickets").values({
    token_hash: ticket.tokenHash,
    export_id: ticket.exportId,
    volume: ticket.volume,
    patient_id: ticket.patientId,
    session_id: ticket.sessionId,
    valid_until: instant(ticket.validUntil),
    ends_at: instant(ticket.endsAt),
    started_at: null,
  }).execute();
}

export async function findTicket(db: ClinicDatabase, tokenHash: string): Promise<StoredTicket | undefined> {
  const row = await db.selectFrom("tickets").selectAll().where("token_hash", "=", tokenHash)
    .executeTakeFirst();
  return row && {
    tokenHash,
    exportId: row.export_id,
    volume: row.volume,
    patientId: row.patient_id,
    sessionId: row.session_id,
    validUntil: Date.parse(row.valid_until),
    endsAt: Date.parse(row.ends_at),
    started: row.started_at !== null,
  };
}

/** The first byte is about to go; of several requests at once exactly one gets `true`. */
export async function startTicket(db: ClinicDatabase, tokenHash: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable("tickets").set({ started_at: instant(now) })
    .where("token_hash", "=", tokenHash).where("started_at", "is", null).executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Moves the end of a started ticket. */
export async function keepTicket(db: ClinicDatabase, tokenHash: string, validUntil: number): Promise<void> {
  await db.updateTable("tickets").set({ valid_until: instant(validUntil) }).where(
    "token_hash",
    "=",
    tokenHash,
  )
    .execute();
}
