import { normalizePhone, takesSms } from "@tuodossier/sdk";
import * as v from "valibot";

export type ContactKind = "phone" | "email";

const Email = v.pipe(v.string(), v.email(), v.maxLength(254));

/** An address with its host in lower case, which is all of it that knows no case; null when it cannot be one. */
export function normalizeEmail(text: string): string | null {
  const email = text.trim().replace(/@[^@]*$/, (host) => host.toLowerCase());
  return v.is(Email, email) && email.lastIndexOf("@") <= 64 ? email : null;
}

/** What a patient typed as their new contact, or null when it cannot be one, or not at this clinic. */
export function usableContact(
  text: string,
  facts: { kind: ContactKind; present: string | null; smsPrefixes: readonly string[] },
): string | null {
  const { kind, present, smsPrefixes } = facts;
  const contact = kind === "phone" ? normalizePhone(text) : normalizeEmail(text);
  if (!contact || contact.toLowerCase() === present?.toLowerCase()) return null;
  return kind === "email" || takesSms(contact, smsPrefixes) ? contact : null;
}
