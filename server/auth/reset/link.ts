import { letter } from "../../mail/letter.ts";
import type { Tenant } from "../../tenant.ts";
import { LINK_MINUTES } from "../limits.ts";

/** Constant, because subjects are read on locked screens. */
export const RESET_SUBJECT = "Reset della password del portale";

/** The mail with the link. The secret is in the fragment, which no browser sends and no server logs. */
export function resetMail({ clinic, baseUrl }: Tenant, token: string): { text: string; html: string } {
  const call = clinic.phone ? `chiama la clinica al ${clinic.phone}` : "avvisa la clinica";
  return letter({
    clinicName: clinic.name,
    greeting: "Gentile Paziente,",
    paragraphs: [
      "abbiamo ricevuto la richiesta di una nuova password per il tuo accesso al portale.",
      "Per scegliere una nuova password, apri il collegamento qui sotto: poi ti chiederemo un codice di sicurezza.",
    ],
    action: { label: "RESET password", url: `${baseUrl}/t/${clinic.key}/reset#token=${token}` },
    after: [
      `Il collegamento vale ${LINK_MINUTES} minuti e una volta sola.`,
      "Se non l'hai chiesta tu, ignora questo messaggio: la tua password resta quella che è. " +
      `Se succede ancora, ${call}.`,
    ],
  });
}
