import { instant } from "../clock.ts";
import { newId } from "../keys/uuid.ts";
import type { ClinicDatabase } from "../tenant.ts";

/** A message to a person, kept in the clinic's own database. */
export interface Message {
  readonly kind: "sms" | "email";
  readonly to: string;
  readonly subject: string | null;
  readonly text: string;
  readonly html: string | null;
}

export async function addMessage(db: ClinicDatabase, message: Message, now: number): Promise<void> {
  await db.insertInto("messages").values({
    id: newId(now),
    kind: message.kind,
    recipient: message.to,
    subject: message.subject,
    text: message.text,
    html: message.html,
    created_at: instant(now),
  }).execute();
}

/** Every message ever written, oldest first. */
export async function listMessages(db: ClinicDatabase): Promise<readonly (Message & { at: string })[]> {
  const rows = await db.selectFrom("messages").selectAll().orderBy("created_at").orderBy("id").execute();
  return rows.map((row) => ({
    kind: row.kind as Message["kind"],
    to: row.recipient,
    subject: row.subject,
    text: row.text,
    html: row.html,
    at: row.created_at,
  }));
}
