/** The embedded default of both message ports: what would be sent waits in the clinic's database. */
import type { Mail } from "../mail/mail.ts";
import type { Sms } from "../sms/sms.ts";
import type { ClinicDatabase } from "../tenant.ts";
import { addMessage } from "./store.ts";

export const outboxSms = (db: ClinicDatabase, now: () => number): Sms => ({
  send: ({ to, text }) => addMessage(db, { kind: "sms", to, subject: null, text, html: null }, now()),
});

export const outboxMail = (db: ClinicDatabase, now: () => number): Mail => ({
  send: (message) => addMessage(db, { kind: "email", ...message }, now()),
});
