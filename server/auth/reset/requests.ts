import { normalizeUser } from "@tuodossier/sdk";
import { DAY, instant, SECOND } from "../../clock.ts";
import { isPortalActive } from "../../consents/effective.ts";
import { atomically } from "../../db/atomically.ts";
import { hashOf, newSecret } from "../../keys/secret.ts";
import { newId } from "../../keys/uuid.ts";
import { sendMail } from "../../messages/send.ts";
import type { Tenant } from "../../tenant.ts";
import { type Account, accountOf } from "../accounts/store.ts";
import { LINK_GAP, LINK_LIFE, LINKS_PER_DAY } from "../limits.ts";
import { RESET_SUBJECT, resetMail } from "./link.ts";
import { addResetRequest, addResetToken, linksSince, takeRequest, waitingRequests } from "./store.ts";

/** Notes that somebody asked for a link: one write, whoever it is. */
export async function requestReset({ db, now }: Tenant, codiceFiscale: string): Promise<void> {
  await addResetRequest(db, { id: newId(now()), userName: normalizeUser(codiceFiscale), now: now() });
}

/**
 * Answers the requests that wait. One that cannot be answered now stays, and does not hold up the others.
 * @throws {AggregateError} after all of them.
 */
export async function answerRequests(tenant: Tenant): Promise<void> {
  const failures: unknown[] = [];
  for (const id of await waitingRequests(tenant.db)) {
    await atomically(tenant, (within) => answer(within, id)).catch((error) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, "requests for a reset are left");
}

/** The request goes out of its table and the mail into its own in one transaction: neither is lost, nor doubled. */
async function answer(within: Tenant, id: string): Promise<void> {
  const { db } = within;
  const now = within.now();
  const userName = await takeRequest(db, id);
  const account = userName === undefined ? undefined : await accountOf(db, userName);
  if (!account?.email || !await mayReset(within, account)) return;
  const { patientId, email: to } = account;
  // The one that was sent a moment ago is in the mailbox, and stays good.
  if (await linksSince(db, patientId, now - LINK_GAP * SECOND) > 0) return;
  if (await linksSince(db, patientId, now - DAY) >= LINKS_PER_DAY) return;
  const token = newSecret();
  const goodUntil = now + LINK_LIFE * SECOND;
  await addResetToken(db, { tokenHash: hashOf(token), patientId, expiresAt: instant(goodUntil), now });
  await sendMail(within, { to, subject: RESET_SUBJECT, ...resetMail(within, token), goodUntil });
}

/** Who may not sign in has no password to reset. */
export const mayReset = async (tenant: Tenant, { patientId, disabledAt }: Account): Promise<boolean> =>
  disabledAt === null && await isPortalActive(tenant, patientId);
