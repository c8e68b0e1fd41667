import type { CodeAnswer } from "@tuodossier/sdk/contract";
import { trace } from "../../accesses/trace.ts";
import type { Tenant } from "../../tenant.ts";
import { setPassword } from "../account-store.ts";
import type { Challenge } from "../challenge-store.ts";
import { endSessionsOf } from "../sessions.ts";

/** The password that waited for the code takes its place, and everything opened with the old one ends. */
export async function finishReset(
  within: Tenant,
  { patientId, passwordHash }: Challenge,
): Promise<CodeAnswer> {
  await setPassword(within.db, { patientId, passwordHash: passwordHash!, firstPasswordUntil: null });
  await endSessionsOf(within, patientId);
  await trace(within, { actor: "patient", act: "reset-password", room: "auth", patientId });
  return { next: "done" };
}
