import { SECOND } from "../../clock.ts";
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
 * @throws {SmsRefused} by the clinic's rules.
 * @throws {Problem} `auth.code-unsent`, reason `gateway`: it is withdrawn, so that none comes out of turn.
 */
export async function sendCode(
  tenant: Tenant,
  facts: { by: "sms" | "email"; to: string; code: string; smsText: string; goodUntil: number },
): Promise<void> {
  const { by, to, code, smsText, goodUntil } = facts;
  const id = by === "sms"
    ? await sendSms(tenant, { to, text: smsText, goodUntil })
    : await sendMail(tenant, { to, subject: CODE_SUBJECT, ...codeLetter(tenant, code), goodUntil });
  const outcome = await outcomeOf(tenant, id, PATIENCE);
  if (outcome !== "failed" && outcome !== "failing") return;
  await withdraw(tenant, id);
  throw new Problem("auth.code-unsent", { reason: "gateway" });
}

const codeLetter = ({ clinic }: Tenant, code: string): { text: string; html: string } =>
  letter({
    clinicName: clinic.name,
    greeting: "Ciao,",
    paragraphs: [
      `il tuo codice di sicurezza è ${code}. Vale ${CHALLENGE_MINUTES} minuti.`,
      "Non darlo a nessuno: nemmeno la clinica te lo chiederà.",
    ],
  });
