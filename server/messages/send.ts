/** How rooms write to people: part of the transaction it is called in, delivered once that is there. */
import { DAY } from "../clock.ts";
import { atomically } from "../db/atomically.ts";
import { newId } from "../keys/uuid.ts";
import { toGsm7 } from "../sms/gsm7.ts";
import { smsRefusal, SmsRefused, startOfDayInItaly } from "../sms/rules.ts";
import type { Tenant } from "../tenant.ts";
import type { Message, State } from "./message.ts";
import { addMessage, countSms, markFailed, messageState } from "./store.ts";

/** A gateway that is dead over a weekend loses nothing. */
const GOOD_FOR = 3 * DAY;

/**
 * Sends an SMS in GSM-7 characters, counted in the clinic's budget of the day. Answers the message's id.
 *
 * @param sms.isSpare Leaves the last of the budget to codes (`smsRefusal`).
 * @param sms.goodUntil Milliseconds since 1970; later it is not sent any more. Three days by default.
 * @throws {SmsRefused} with the reason; the transaction it is part of is void.
 */
export async function sendSms(
  tenant: Tenant,
  sms: { to: string; text: string; isSpare?: boolean; goodUntil?: number },
): Promise<string> {
  const { to, text, isSpare, goodUntil } = sms;
  return await atomically(tenant, async (within) => {
    const { clinic: { settings }, db, now } = within;
    const sentToday = await countSms(db, startOfDayInItaly(now()));
    const refusal = smsRefusal({ to, sentToday, isSpare, ...settings });
    if (refusal) throw new SmsRefused(refusal);
    return await add(within, { kind: "sms", to, subject: null, text: toGsm7(text), html: null }, goodUntil);
  });
}

/** Sends a mail in the clinic's name. Answers the message's id. The subject says nothing of the patient. */
export async function sendMail(
  tenant: Tenant,
  mail: { to: string; subject: string; text: string; html: string | null; goodUntil?: number },
): Promise<string> {
  const { goodUntil, ...message } = mail;
  return await add(tenant, { kind: "email", ...message }, goodUntil);
}

async function add(tenant: Tenant, message: Message, goodUntil?: number): Promise<string> {
  const { db, post } = tenant;
  const now = tenant.now();
  const id = newId(now);
  const state = post.gateways ? "queued" : "kept";
  await addMessage(db, { ...message, id, state, goodUntil: goodUntil ?? now + GOOD_FOR, now });
  post.wake();
  return id;
}

/**
 * What became of a message, waiting for it up to `patience` milliseconds; `failing` is queued still, but was
 * refused once at least. Not within the transaction that sends it.
 */
export async function outcomeOf(
  { db, post }: Tenant,
  id: string,
  patience: number,
): Promise<State | "failing"> {
  await post.until(async () => (await messageState(db, id))?.state !== "queued", patience);
  const { state, failure } = await messageState(db, id) ?? { state: "failed", failure: null };
  return state === "queued" && failure ? "failing" : state;
}

/** Nobody waits for this message any more: it is not sent, unless that has happened; answers whether it had not. */
export const withdraw = ({ db }: Tenant, id: string): Promise<boolean> => markFailed(db, id, "withdrawn");
