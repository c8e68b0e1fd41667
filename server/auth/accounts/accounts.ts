import { trace } from "../../accesses/trace.ts";
import { instant } from "../../clock.ts";
import { atomically } from "../../db/atomically.ts";
import type { Tenant } from "../../tenant.ts";
import { type Account, accountById, clearWrongCodes, setPassword } from "./store.ts";
import { forgetWrongPasswords } from "../attempts/attempts.ts";
import { endDevices } from "../devices/store.ts";
import { unlinkIdentities } from "../oidc/identities-store.ts";
import { hashPassword } from "../passwords/hash.ts";
import { endResetTokensOf } from "../reset/store.ts";
import { endOtherSessionsOf, endSessionsOf } from "../sessions/sessions.ts";

/** The account of a patient just added, with the single-use password, good until `firstUntil` (ms). */
export const addAccount = (
  { db }: Tenant,
  { patientId, passwordHash, firstUntil }: { patientId: string; passwordHash: string; firstUntil: number },
): Promise<void> => setPassword(db, { patientId, passwordHash, firstPasswordUntil: instant(firstUntil) });

/**
 * Gives a patient's account a password; `firstUntil` (ms) makes it the single-use first one, which is the desk's
 * way back in: the waits of wrong passwords and codes end, an authenticator stays. What was opened with the
 * password before it ends, and so does what was trusted beside it. `also` is done in the same transaction.
 */
export async function givePassword(
  tenant: Tenant,
  facts: {
    patientId: string;
    password: string;
    firstUntil: number | null;
    also?: (within: Tenant) => Promise<unknown>;
  },
): Promise<void> {
  const { patientId, password, firstUntil, also } = facts;
  const passwordHash = await hashPassword(password);
  const firstPasswordUntil = firstUntil === null ? null : instant(firstUntil);
  await atomically(tenant, async (within) => {
    await setPassword(within.db, { patientId, passwordHash, firstPasswordUntil });
    const account = await accountById(within.db, patientId);
    if (account) await forgetWrongPasswords(within, account);
    await clearWrongCodes(within.db, patientId);
    await endResetTokensOf(within.db, patientId, within.now());
    await endSessionsOf(within, patientId);
    await endTrust(within, patientId);
    await also?.(within);
    if (firstUntil === null) return;
    await trace(within, { actor: "operator", act: "issue-password", room: "auth", patientId });
  });
}

/**
 * Ends what is trusted beside the password, for a patient who may have lost control of their account: links to people
 * at the clinic's provider, and known browsers. Whoever is rightly there proves it again.
 */
export async function endTrust({ db, now }: Tenant, patientId: string): Promise<void> {
  await unlinkIdentities(db, patientId);
  await endDevices(db, patientId, now());
}

/**
 * Puts the patient's own new password in its place, in the caller's transaction: links, challenges and sessions
 * of the old one end, but for `keepSession`.
 */
export async function replacePassword(
  within: Tenant,
  facts: { account: Account; passwordHash: string; keepSession?: string },
): Promise<void> {
  const { account, passwordHash, keepSession } = facts;
  const { patientId } = account;
  await setPassword(within.db, { patientId, passwordHash, firstPasswordUntil: null });
  await forgetWrongPasswords(within, account);
  await endResetTokensOf(within.db, patientId, within.now());
  await (keepSession === undefined
    ? endSessionsOf(within, patientId)
    : endOtherSessionsOf(within, patientId, keepSession));
}
