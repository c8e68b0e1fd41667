import type { CodeAnswer } from "@tuodossier/sdk/contract";
import { trace } from "../../accesses/trace.ts";
import type { Tenant } from "../../tenant.ts";
import { endTrust, replacePassword } from "../accounts/accounts.ts";
import { noticePassword } from "../notices.ts";
import type { Verified } from "../challenges/purposes.ts";

/**
 * The password that waited for the code takes its place, and everything opened with the old one ends; so do the
 * waits that others' wrong guesses brought, and what was trusted beside the password.
 */
export async function finishReset(within: Tenant, { challenge, account }: Verified): Promise<CodeAnswer> {
  const { patientId, passwordHash } = challenge;
  await replacePassword(within, { account, passwordHash: passwordHash! });
  await endTrust(within, patientId);
  await trace(within, { actor: "patient", act: "reset-password", room: "auth", patientId });
  await noticePassword(within, { account, reset: true });
  return { next: "done" };
}
