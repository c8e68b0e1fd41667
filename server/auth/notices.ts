/** What a patient is told of their access, so that nothing about it happens behind their back. */
import { dayInItaly, italianDay } from "../clock.ts";
import { letter } from "../mail/letter.ts";
import { sendMail, sendSms } from "../messages/send.ts";
import { SmsRefused } from "../sms/rules.ts";
import type { Tenant } from "../tenant.ts";
import type { Account } from "./accounts/store.ts";
import { countNotice, mayNotice, type NoticeKind } from "./notice-limits.ts";

/** Constant, because subjects are read on locked screens. */
export const NOTICE_SUBJECT = "Avviso di sicurezza sul tuo accesso al portale";

/** Whose notices they are, and where they go. */
type Told = Pick<Account, "patientId" | "email" | "phone">;

/** An event as the notice words it, after the time; shorter for an SMS where it has to be. */
interface Happening {
  readonly kind: NoticeKind;
  readonly event: string;
  readonly sms?: string;
}

/** Each function writes in the caller's transaction: with the event, or not at all. */
export const noticePassword = (
  within: Tenant,
  { account, reset }: { account: Told; reset: boolean },
): Promise<void> =>
  tell(
    within,
    account,
    reset
      ? { kind: "reset", event: "la tua password è stata cambiata con il link di reset" }
      : { kind: "password", event: "la tua password è stata cambiata" },
  );

/** After so many wrong codes in a row no more are taken for a while. */
export const noticeCodesClosed = (within: Tenant, { account }: { account: Told }): Promise<void> =>
  tell(within, account, {
    kind: "codes-closed",
    event: "il tuo accesso con il codice è stato sospeso per un po', dopo troppi codici sbagliati",
    sms: "dopo troppi codici sbagliati l'accesso con il codice è sospeso per un po'",
  });

/** @param facts.device As a patient would call it, e.g. `Chrome · Android`. */
export const noticeNewDevice = (
  within: Tenant,
  { account, device }: { account: Told; device: string },
): Promise<void> =>
  tell(within, account, {
    kind: "device",
    event: `c'è stato un accesso da un nuovo dispositivo (${device.slice(0, 40)})`,
    sms: `accesso da un nuovo dispositivo (${device.slice(0, 40)})`,
  });

/** Told where it was before the change: `account` as it stood then. */
export const noticeContactChanged = (
  within: Tenant,
  { account, kind }: { account: Told; kind: "phone" | "email" },
): Promise<void> =>
  kind === "email"
    ? tell(within, account, { kind, event: "il tuo indirizzo e-mail è stato cambiato" })
    : tell(within, account, { kind, event: "il tuo numero di telefono è stato cambiato" }, bothWays);

export const noticeAuthenticator = (
  within: Tenant,
  { account, added }: { account: Told; added: boolean },
): Promise<void> =>
  tell(within, account, {
    kind: added ? "authenticator-added" : "authenticator-removed",
    event: `la tua app di autenticazione è stata ${added ? "attivata" : "rimossa"}`,
  });

/** A recovery code is used up in place of the authenticator's: the patient's last way in, or a thief's. */
export const noticeRecoveryCode = (within: Tenant, { account }: { account: Told }): Promise<void> =>
  tell(within, account, {
    kind: "recovery-code",
    event: "c'è stato un accesso con uno dei tuoi codici di recupero",
  });

/** From now on the clinic's identity provider opens the account too. */
export const noticeIdentity = (within: Tenant, { account }: { account: Told }): Promise<void> =>
  tell(within, account, {
    kind: "identity",
    event: "il tuo accesso è stato collegato al servizio di identità della clinica",
  });

/** Answers whether a notice is on its way. */
type Way = (within: Tenant, to: Told, happening: Happening) => Promise<boolean>;

const oneWay: Way = (within, { email, phone }, happening) =>
  email ? byMail(within, email, happening) : bySms(within, phone, happening);

async function bothWays(within: Tenant, { email, phone }: Told, happening: Happening): Promise<boolean> {
  const isTexted = await bySms(within, phone, happening);
  return email ? await byMail(within, email, happening) : isTexted;
}

async function tell(
  within: Tenant,
  told: Told,
  happening: Happening,
  way: Way = oneWay,
): Promise<void> {
  const { patientId } = told;
  const { kind } = happening;
  if (!await mayNotice(within, { patientId, kind })) return;
  if (await way(within, told, happening)) await countNotice(within, { patientId, kind });
}

async function byMail(within: Tenant, to: string, { event }: Happening): Promise<true> {
  const { clinic, now } = within;
  const hours = clinic.hours ? ` (${clinic.hours})` : "";
  const call = clinic.phone
    ? `chiama subito la clinica al ${clinic.phone}${hours}`
    : "avvisa subito la clinica";
  const { text, html } = letter({
    clinicName: clinic.name,
    greeting: "Gentile Paziente,",
    paragraphs: [
      `${inFull(now())} ${event}.`,
      "Se eri tu, non devi fare nulla.",
      `Se non eri tu, ${call}.`,
    ],
  });
  await sendMail(within, { to, subject: NOTICE_SUBJECT, text, html });
  return true;
}

async function bySms(within: Tenant, to: string, { event, sms = event }: Happening): Promise<boolean> {
  const { clinic, now } = within;
  const text = noticeSms({ event: sms, at: now(), phone: clinic.phone });
  try {
    await sendSms(within, { to, text, isSpare: true });
    return true;
  } catch (error) {
    // A budget that is used up must not keep anybody from changing their password.
    if (!(error instanceof SmsRefused)) throw error;
    return false;
  }
}

/** One segment, whatever the clinic's telephone looks like. */
export function noticeSms({ event, at, phone }: { event: string; at: number; phone: string | null }): string {
  const call = phone && phone.length <= 20 ? `chiama ${phone}` : "chiama la clinica";
  return `TuoDossier, ${when(at)}: ${event}. Se non ne sai nulla, ${call}.`;
}

const timeInItaly = (at: number): string =>
  new Intl.DateTimeFormat("it-IT", { timeZone: "Europe/Rome", timeStyle: "short" }).format(at);

const when = (at: number): string => `${italianDay(dayInItaly(at))} ore ${timeInItaly(at)}`;

/** `Il 24 novembre 2026 alle 00:04`, `L'8 maggio 2026 alle 10:00`. */
export function inFull(at: number): string {
  const day = new Intl.DateTimeFormat("it-IT", { timeZone: "Europe/Rome", dateStyle: "long" }).format(at);
  return `${/^(8|11) /.test(day) ? "L'" : "Il "}${day} alle ${timeInItaly(at)}`;
}
