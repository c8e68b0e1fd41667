/** What a patient is told of their access, so that nothing about it happens behind their back. */
import { dayInItaly, italianDay } from "../clock.ts";
import { letter } from "../mail/letter.ts";
import { sendMail, sendSms } from "../messages/send.ts";
import { SmsRefused } from "../sms/rules.ts";
import type { Tenant } from "../tenant.ts";
import type { Account } from "./accounts/store.ts";

/** Constant, because subjects are read on locked screens. */
export const NOTICE_SUBJECT = "Avviso di sicurezza sul tuo accesso al portale";

/** Where an account's notices go. */
type Told = Pick<Account, "email" | "phone">;

/** Each function writes in the caller's transaction: with the event, or not at all. */
export const noticePassword = (
  within: Tenant,
  { account, reset }: { account: Told; reset: boolean },
): Promise<void> =>
  tell(within, account, reset ? "la password è stata reimpostata" : "la password è stata cambiata");

/** After so many wrong codes in a row no more are taken for a while. */
export const noticeCodesClosed = (within: Tenant, { account }: { account: Told }): Promise<void> =>
  tell(within, account, "dopo troppi codici sbagliati l'accesso con il codice è sospeso per un po'");

/** @param facts.device As a patient would call it, e.g. `Chrome · Android`. */
export const noticeNewDevice = (
  within: Tenant,
  { account, device }: { account: Told; device: string },
): Promise<void> => tell(within, account, `accesso da un nuovo dispositivo (${device.slice(0, 40)})`);

/** Told where it was before the change: `account` as it stood then. */
export async function noticeContactChanged(
  within: Tenant,
  { account, kind }: { account: Told; kind: "phone" | "email" },
): Promise<void> {
  if (kind === "email") return await tell(within, account, "l'indirizzo e-mail è stato cambiato");
  const event = "il numero di telefono è stato cambiato";
  await bySms(within, account.phone, event);
  if (account.email) await byMail(within, account.email, event);
}

export const noticeAuthenticator = (
  within: Tenant,
  { account, added }: { account: Told; added: boolean },
): Promise<void> =>
  tell(within, account, `l'app di autenticazione è stata ${added ? "aggiunta" : "rimossa"}`);

/** A recovery code is used up in place of the authenticator's: the patient's last way in, or a thief's. */
export const noticeRecoveryCode = (within: Tenant, { account }: { account: Told }): Promise<void> =>
  tell(within, account, "accesso con uno dei codici di recupero");

/** From now on the clinic's identity provider opens the account too. */
export const noticeIdentity = (within: Tenant, { account }: { account: Told }): Promise<void> =>
  tell(within, account, "l'accesso è stato collegato al servizio di identità della clinica");

const tell = (within: Tenant, { email, phone }: Told, event: string): Promise<void> =>
  email ? byMail(within, email, event) : bySms(within, phone, event);

async function byMail(within: Tenant, to: string, event: string): Promise<void> {
  const { clinic, now } = within;
  const call = clinic.phone
    ? `chiama subito la clinica al numero ${clinic.phone}`
    : "avvisa subito la clinica";
  const { text, html } = letter({
    clinicName: clinic.name,
    greeting: "Gentile Paziente,",
    paragraphs: [
      `ti informiamo di un evento sul tuo accesso al portale, ${when(now())}: ${event}.`,
      "Se ne sai qualcosa, non devi fare nulla.",
      `Se non ne sai nulla, ${call}.`,
    ],
  });
  await sendMail(within, { to, subject: NOTICE_SUBJECT, text, html });
}

async function bySms(within: Tenant, to: string, event: string): Promise<void> {
  const { clinic, now } = within;
  const text = noticeSms({ event, at: now(), phone: clinic.phone });
  try {
    await sendSms(within, { to, text });
  } catch (error) {
    // A budget that is used up must not keep anybody from changing their password.
    if (!(error instanceof SmsRefused)) throw error;
  }
}

/** One segment, whatever the clinic's telephone looks like. */
export function noticeSms({ event, at, phone }: { event: string; at: number; phone: string | null }): string {
  const call = phone && phone.length <= 20 ? `chiama ${phone}` : "chiama la clinica";
  return `TuoDossier, ${when(at)}: ${event}. Se non ne sai nulla, ${call}.`;
}

const when = (at: number): string =>
  `${italianDay(dayInItaly(at))} ore ${
    new Intl.DateTimeFormat("it-IT", { timeZone: "Europe/Rome", timeStyle: "short" }).format(at)
  }`;
