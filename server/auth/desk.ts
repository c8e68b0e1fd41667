/** What the clinic's desk does for an account; each in one transaction with its trace. */
import type { Act } from "@tuodossier/sdk/contract";
import { trace } from "../accesses/trace.ts";
import { atomically } from "../db/atomically.ts";
import type { Tenant } from "../tenant.ts";
import { type Account, accountById, clearWrongCodes, setDisabled } from "./accounts/store.ts";
import { forgetWrongPasswords } from "./attempts/attempts.ts";
import { clearAuthenticator } from "./authenticator/store.ts";
import { endChallengesOf } from "./challenges/store.ts";
import { noticeAuthenticator } from "./notices.ts";
import { endSessionsOf } from "./sessions/sessions.ts";

/**
 * Lets a patient try again: opens the code path and forgets wrong passwords. Who lost their authenticator gets
 * codes by SMS again. False where there is no such account.
 */
export const unlockAccount = (
  tenant: Tenant,
  { patientId, removeAuthenticator }: { patientId: string; removeAuthenticator: boolean },
): Promise<boolean> =>
  forAccount(tenant, patientId, async (within, account) => {
    await clearWrongCodes(within.db, patientId);
    await forgetWrongPasswords(within, account);
    await traced(within, "unlock", patientId);
    if (!removeAuthenticator || !await clearAuthenticator(within.db, patientId)) return;
    await endChallengesOf(within.db, patientId, within.now());
    await traced(within, "remove-authenticator", patientId);
    await noticeAuthenticator(within, { account, added: false });
  });

/** Nobody signs in, and all that sign-ins opened ends. False where there is no such account. */
export const disableAccount = (tenant: Tenant, patientId: string): Promise<boolean> =>
  forAccount(tenant, patientId, async (within) => {
    await setDisabled(within.db, { patientId, at: within.now() });
    await endSessionsOf(within, patientId);
    await traced(within, "disable", patientId);
  });

/** False where there is no such account. */
export const enableAccount = (tenant: Tenant, patientId: string): Promise<boolean> =>
  forAccount(tenant, patientId, async (within) => {
    await setDisabled(within.db, { patientId, at: null });
    await traced(within, "enable", patientId);
  });

const forAccount = (
  tenant: Tenant,
  patientId: string,
  act: (within: Tenant, account: Account) => Promise<void>,
): Promise<boolean> =>
  atomically(tenant, async (within) => {
    const account = await accountById(within.db, patientId);
    if (!account) return false;
    await act(within, account);
    return true;
  });

const traced = (within: Tenant, act: Act, patientId: string): Promise<void> =>
  trace(within, { actor: "operator", act, room: "auth", patientId });
