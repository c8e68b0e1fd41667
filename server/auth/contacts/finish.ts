import type { CodeAnswer } from "@tuodossier/sdk/contract";
import { trace } from "../../accesses/trace.ts";
import type { Tenant } from "../../tenant.ts";
import { type Challenge, endChallengesOf } from "../challenge-store.ts";
import { setContact } from "./store.ts";

/** The new telephone or address, proved by its code, takes the old one's place. */
export async function finishContact(
  within: Tenant,
  { patientId, purpose, contact }: Challenge,
): Promise<CodeAnswer> {
  const kind = purpose === "new-phone" ? "phone" : "email";
  await setContact(within.db, { patientId, kind, contact: contact! });
  await endChallengesOf(within.db, patientId, within.now());
  await trace(within, { actor: "patient", act: "change-contact", room: "auth", patientId });
  return { next: "done" };
}
