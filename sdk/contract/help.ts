/** Help: whom to call, and a request that reaches the clinic. */
import * as v from "valibot";
import { Instant, line, lines } from "./values.ts";

export const helpTopics = ["sign-in", "documents", "images", "archive", "consents", "other"] as const;

/** Public: needs no session. */
export const ClinicCard = v.object({
  name: v.string(),
  phone: v.nullable(v.string()),
  /** When the telephone is answered, as the clinic writes it. */
  hours: v.nullable(v.string()),
  helpUrl: v.nullable(v.string()),
  /** How the clinic calls its identity provider (SPID, …), on the button that signs in with it; null: none. */
  signInWith: v.nullable(v.string()),
});

export const HelpRequest = v.strictObject({
  topic: v.picklist(helpTopics),
  text: lines(4000),
  answerBy: v.picklist(["phone", "email"]),
  /** Telephone number or e-mail address to answer to. */
  contact: line(254),
});

export const HelpReceipt = v.object({ receipt: v.string(), receivedAt: Instant });

export type HelpTopic = typeof helpTopics[number];
export type ClinicCard = v.InferOutput<typeof ClinicCard>;
export type HelpRequest = v.InferOutput<typeof HelpRequest>;
export type HelpReceipt = v.InferOutput<typeof HelpReceipt>;
