import { generateRandomInteger } from "../../keys/oslo.ts";
import { macOf } from "../../keys/secret.ts";
import { segmentsOf } from "../../sms/gsm7.ts";
import { CHALLENGE_MINUTES } from "../limits.ts";

const random = { read: (bytes: Uint8Array<ArrayBuffer>) => void crypto.getRandomValues(bytes) };

/** Six digits, each value as likely as any other. */
export const newCode = (): string => generateRandomInteger(random, 1_000_000n).toString().padStart(6, "0");

/** What is stored of a code: bound to its challenge, account and key, so that it is worth nothing elsewhere. */
export function codeMac(
  key: Uint8Array,
  facts: { code: string; challengeHash: string; patientId: string; keyThumbprint: string },
): string {
  return macOf(key, [facts.code, facts.challengeHash, facts.patientId, facts.keyThumbprint].join("\n"));
}

/**
 * The SMS, in as many words as fit one segment. The initials tell apart people who share a telephone; the last
 * line lets browsers offer the code in a frame of the portal on the clinic's page, and nowhere else (WICG
 * origin-bound one-time codes), so it is the one thing that never gives way.
 */
export function codeText(
  facts: { code: string; givenName: string; familyName: string; origin: string; baseUrl: string },
): string {
  const { code } = facts;
  const initials = `${facts.givenName.slice(0, 1)}.${facts.familyName.slice(0, 1)}.`;
  const [page, portal] = [facts.origin, facts.baseUrl].map((url) => new URL(url).hostname);
  const sites = `@${page} #${code}${page === portal ? "" : ` @${portal}`}`;
  const words = [
    `TuoDossier: il codice di sicurezza per ${initials} è ${code}. Vale ${CHALLENGE_MINUTES} minuti, non darlo a nessuno.`,
    `TuoDossier: il codice per ${initials} è ${code}. Non darlo a nessuno.`,
    `Il codice per ${initials} è ${code}.`,
  ];
  const texts = words.map((each) => `${each}\n\n${sites}`);
  return texts.find((text) => segmentsOf(text) === 1) ?? texts[words.length - 1];
}
