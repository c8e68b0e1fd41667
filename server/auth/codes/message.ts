import { SECOND } from "../../clock.ts";
import { atomically } from "../../db/atomically.ts";
import { Problem } from "../../http/problem.ts";
import { letter } from "../../mail/letter.ts";
import { outcomeOf, sendMail, sendSms, withdraw } from "../../messages/send.ts";
import type { Tenant } from "../../tenant.ts";
import { CHALLENGE_MINUTES } from "../limits.ts";

/** Constant, and without the code: subjects are read on locked screens. */
export const CODE_SUBJECT = "Il tuo codice di sicurezza";

/** So long a patient waits to hear that no code will come; a gateway that is merely slow is given the benefit. */
const PATIENCE = 6 * SECOND;

/**
 * Sends a code, and makes sure that it left.
 *
 * @param facts.goodUntil Milliseconds since 1970; a code that comes later helps nobody.
 * @param facts.undo Takes back what was counted, where nothing left: not where the gateway refused this one, else
 * there were no end to codes for a number it does not know.
 * @throws {SmsRefused} by the clinic's rules.
 * @throws {Problem} `auth.code-unsent`, reason `gateway`: it is withdrawn, so that none comes out of turn.
 */
export async function sendCode(
  tenant: Tenant,
  facts: {
    by: "sms" | "email";
    to: string;
    code: string;
    smsText: string;
    goodUntil: number;
    undo: (within: Tenant) => Promise<void>;
  },
): Promise<void> {
  const { by, to, code, smsText, goodUntil, undo } = facts;
  const sending = by === "sms"
    ? sendSms(tenant, { to, text: smsText, goodUntil })
    : sendMail(tenant, { to, subject: CODE_SUBJECT, ...codeLetter(tenant, code), goodUntil });
  const id = await sending.catch(async (error) => {
    await atomically(tenant, undo);
    throw error;
  });
  const outcome = await outcomeOf(tenant, id, PATIENCE);
  if (outcome !== "failed" && outcome !== "failing") return;
  const isWithdrawn = await atomically(tenant, async (within) => {
    const isQueued = await withdraw(within, id);
    if (isQueued) await undo(within);
    return isQueued;
  });
  // It may have left in the meantime.
  if (!isWithdrawn && await outcomeOf(tenant, id, 0) === "sent") return;
  throw new Problem("auth.code-unsent", { reason: "gateway" });
}

const codeLetter = ({ clinic }: Tenant, code: string): { text: string; html: string } =>
  letter({
    clinicName: clinic.name,
    greeting: "Gentile Paziente,",
    paragraphs: [
      `il tuo codice di sicurezza è ${code}. Vale ${CHALLENGE_MINUTES} minuti.`,
      "Non darlo a nessuno: nemmeno la clinica te lo chiederà.",
    ],
  });
