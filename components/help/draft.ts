import type { HelpRequest, HelpTopic } from "@tuodossier/sdk";

/** Characters the contract takes. */
export const LONGEST = 4000;

/** What is being typed; both contacts are kept when the choice between them changes. */
export interface Draft {
  readonly topic: HelpTopic;
  readonly text: string;
  readonly answerBy: HelpRequest["answerBy"];
  readonly phone: string;
  readonly email: string;
}

export const emptyDraft: Draft = { topic: "sign-in", text: "", answerBy: "phone", phone: "", email: "" };

export type Fault = "text-missing" | "text-long" | "contact";

export function requestOf({ topic, text, answerBy, phone, email }: Draft): HelpRequest {
  return { topic, text: text.trim(), answerBy, contact: (answerBy === "phone" ? phone : email).trim() };
}

/** What keeps it from being sent, in the order of the fields. */
export function faultsOf(draft: Draft): readonly Fault[] {
  const { text, answerBy, contact } = requestOf(draft);
  const faults: Fault[] = [];
  if (text === "") faults.push("text-missing");
  if (text.length > LONGEST) faults.push("text-long");
  if (!(answerBy === "phone" ? isPhone(contact) : isEmail(contact))) faults.push("contact");
  return faults;
}

/** The fields a server's answer points at (RFC 6901 pointers). */
export const faultsAt = (pointers: readonly string[]): readonly Fault[] =>
  pointers.includes("/contact") ? ["contact"] : [];

/** Loose on purpose: people write numbers in many ways, and a clerk reads them. */
const isPhone = (text: string): boolean =>
  /^[\d\s+()./-]{6,40}$/.test(text) && (text.match(/\d/g)?.length ?? 0) >= 6;

const isEmail = (text: string): boolean => text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
