import { Phone } from "@tuodossier/sdk/contract";
import * as v from "valibot";
import { clinicNamed, type Clinics } from "../clinic/clinics.ts";
import { newId } from "../keys/uuid.ts";
import { letter } from "../mail/letter.ts";
import { GatewayError } from "../messages/message.ts";
import type { Tenant } from "../tenant.ts";
import { command } from "./command.ts";

/** Sends a test now, past the queue and the day's budget: what the gateway says is the answer. */
export const checkSms = command({
  usage: "--to +39… [--clinic KEY]",
  options: v.strictObject({ to: Phone, clinic: v.optional(v.string()) }),
  async run(clinics, { to, clinic }) {
    const { post, now, baseUrl, clinic: { key, name, settings } } = await clinicOf(clinics, clinic);
    const gateway = post.gateways?.sms;
    if (!gateway) throw new Error("No SMS gateway is configured: set TUO_SMS_GATEWAY");
    const id = newId(now());
    const text = "TuoDossier: messaggio di prova. Gli SMS partono.";
    // Of no message: a report on it is answered and dropped.
    const receiptUrl = `${baseUrl}/t/${key}/v1/messages/${id}`;
    const { reference } = await gateway.send({ id, to, text, sender: settings.smsSender, receiptUrl })
      .catch(said);
    return [`The SMS gateway took a test of ${name}${reference ? `: its name there is ${reference}` : ""}.`];
  },
});

export const checkMail = command({
  usage: "--to ADDRESS [--clinic KEY]",
  options: v.strictObject({ to: v.pipe(v.string(), v.email()), clinic: v.optional(v.string()) }),
  async run(clinics, { to, clinic }) {
    const { post, now, clinic: { name } } = await clinicOf(clinics, clinic);
    const gateway = post.gateways?.mail;
    if (!gateway) throw new Error("No mail server is configured: set TUO_SMTP_URL and TUO_MAIL_FROM");
    const body = letter({
      clinicName: name,
      greeting: "Buongiorno,",
      paragraphs: ["questo è un messaggio di prova di TuoDossier.", "Le e-mail partono."],
    });
    await gateway.send({ id: newId(now()), to, fromName: name, subject: "Messaggio di prova", ...body })
      .catch(said);
    return [`The mail server took a test of ${name}.`];
  },
});

async function clinicOf(clinics: Clinics, keyOrName: string | undefined): Promise<Tenant> {
  if (keyOrName !== undefined) return await clinicNamed(clinics, keyOrName);
  const [first] = await clinics.all();
  if (!first) throw new Error('There is no clinic yet: make one with "clinic add"');
  return first;
}

/** The gateway's own words go to the operator who asked, on one line. */
function said(error: unknown): never {
  if (!(error instanceof GatewayError)) throw error;
  const words = error.words.replace(/\s+/g, " ").trim().slice(0, 300);
  throw new Error(words ? `${error.message}: ${words}` : error.message);
}
