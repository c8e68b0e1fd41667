import type { HelpReceipt, HelpRequest } from "@tuodossier/sdk/contract";
import { HOUR, instant } from "../clock.ts";
import { atomically } from "../db/atomically.ts";
import { Problem } from "../http/problem.ts";
import type { Rates } from "../http/rates.ts";
import { sendMail } from "../messages/send.ts";
import { patientById } from "../profile/patients.ts";
import type { Tenant } from "../tenant.ts";
import { addHelpRequest } from "./store.ts";

const RATE = { most: 5, within: HOUR };
/** Constant: subjects are shown where mails are not. */
const SUBJECT = "TuoDossier: richiesta di aiuto";

/**
 * Takes a request for help: kept, and mailed to the clinic's support.
 *
 * @param facts.asker The session, or the client's address where nobody is signed in.
 * @throws {Problem} `help.limit`: five an hour.
 */
export async function requestHelp(
  tenant: Tenant,
  facts: {
    request: HelpRequest;
    patientId: string | null;
    asker: string;
    rates: Rates;
  },
): Promise<HelpReceipt> {
  const { request, patientId, asker, rates } = facts;
  const retryAfter = rates.take(`help ${tenant.clinic.id} ${asker}`, RATE);
  if (retryAfter !== null) throw new Problem("help.limit", { retryAfter });
  const now = tenant.now();
  return await atomically(tenant, async (within) => {
    const receipt = await addHelpRequest(within.db, { ...request, patientId }, now);
    const to = within.clinic.supportEmail;
    if (to) {
      const text = await mailText(within, { request, patientId, receipt });
      await sendMail(within, { to, subject: SUBJECT, text, html: null });
    }
    return { receipt, receivedAt: instant(now) };
  });
}

async function mailText(
  tenant: Tenant,
  facts: { request: HelpRequest; patientId: string | null; receipt: string },
): Promise<string> {
  const { request: { topic, text, answerBy, contact }, patientId, receipt } = facts;
  const patient = patientId && await patientById(tenant.db, patientId);
  const who = patient
    ? `${patient.familyName} ${patient.givenName}, ID paziente ${patient.patientNumber}`
    : "non riconosciuto (richiesta fatta senza accesso)";
  return [
    `Ricevuta: ${receipt}`,
    `Paziente: ${who}`,
    `Argomento: ${topic}`,
    `Rispondere per ${answerBy === "phone" ? "telefono" : "e-mail"}: ${contact}`,
    "",
    text,
  ].join("\n");
}
