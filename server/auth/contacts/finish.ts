import type { CodeAnswer } from "@tuodossier/sdk/contract";
import { trace } from "../../accesses/trace.ts";
import type { Tenant } from "../../tenant.ts";
import type { Account } from "../accounts/store.ts";
import { type Challenge, endChallengesOf } from "../challenges/store.ts";
import { noticeContactChanged } from "../notices.ts";
import { endResetTokensOf } from "../reset/store.ts";
import { setContact } from "./store.ts";

/**
 * The new telephone or address, proved by its code, takes the old one's place: what went to the old one is void,
 * and it is told.
 */
export async function finishContact(
  within: Tenant,
  { challenge, account }: { challenge: Challenge; account: Account },
): Promise<CodeAnswer> {
  const { patientId, purpose, contact, sessionId } = challenge;
  const kind = purpose === "new-phone" ? "phone" : "email";
  await setContact(within.db, { patientId, kind, contact: contact! });
  await endChallengesOf(within.db, patientId, within.now());
  await endResetTokensOf(within.db, patientId, within.now());
  await trace(within, { actor: "patient", act: "change-contact", room: "auth", patientId, sessionId });
  await noticeContactChanged(within, { account, kind });
  return { next: "done" };
}
