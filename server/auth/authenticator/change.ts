import type { AuthenticatorOffer, RecoveryCodes } from "@tuodossier/sdk/contract";
import { trace } from "../../accesses/trace.ts";
import { atomically } from "../../db/atomically.ts";
import { Problem } from "../../http/problem.ts";
import type { Tenant } from "../../tenant.ts";
import type { Account } from "../accounts/store.ts";
import { endChallengesOf } from "../challenges/store.ts";
import { verifiedErrand } from "../errands/errands.ts";
import { noticeAuthenticator } from "../notices.ts";
import { newRecoveryCodes, recoveryMac, shownCode } from "./recovery.ts";
import { openKey, sealKey } from "./sealed-key.ts";
import { clearAuthenticator, setAuthenticator, setOffer, takeOffer } from "./store.ts";
import { newTotpKey, offerOf, stepsOf } from "./totp.ts";

/**
 * A key for an authenticator. It is in no use before a code proves it; until then what is in use stays.
 * @throws {Problem} `auth.errand-over`, `auth.step-up`.
 */
export async function offerAuthenticator(tenant: Tenant, errand: string): Promise<AuthenticatorOffer> {
  const key = newTotpKey();
  const account = await atomically(tenant, async (within) => {
    const { account, challenge: { tokenHash } } = await verifiedErrand(within, errand, "authenticator");
    const sealed = await sealKey(within, { key, patientId: account.patientId });
    await setOffer(within.db, { tokenHash, sealed });
    return account;
  });
  // No name and no codice fiscale: who looks over the shoulder learns nothing.
  const initials = account.givenName.slice(0, 1) + account.familyName.slice(0, 1);
  return offerOf({ key, issuer: tenant.clinic.name, account: `TuoDossier-${initials}` });
}

/**
 * Takes the key on offer into use with the first right code, five tries an errand; what was begun with the
 * factor before it ends.
 *
 * @throws {Problem} `auth.code-invalid`, `auth.errand-over`, `auth.step-up`.
 */
export async function confirmAuthenticator(
  tenant: Tenant,
  { errand, code }: { errand: string; code: string },
): Promise<RecoveryCodes> {
  const answer = await atomically(tenant, async (within) => {
    const { account, challenge: { tokenHash, sessionId } } = await verifiedErrand(
      within,
      errand,
      "authenticator",
    );
    const { db, keys } = within;
    const { patientId } = account;
    const now = within.now();
    const offer = await takeOffer(db, tokenHash);
    if (!offer) return new Problem("auth.errand-over");
    const { sealed } = offer;
    const [step] = sealed ? stepsOf(await openKey(within, { sealed, patientId }), code, now) : [];
    if (!sealed || step === undefined) return new Problem("auth.code-invalid");
    const codes = newRecoveryCodes();
    const recoveryMacs = codes.map((one) => recoveryMac(keys.code, { patientId, code: one }));
    await setAuthenticator(db, { patientId, sealed, step, recoveryMacs, now });
    await endChallengesOf(db, patientId, now);
    await told(within, { account, sessionId, added: true });
    return { codes: codes.map(shownCode) };
  });
  // Thrown only here: a count must not be rolled back.
  if (answer instanceof Problem) throw answer;
  return answer;
}

/** Back to codes by SMS. @throws {Problem} `auth.errand-over`, `auth.step-up`. */
export const removeAuthenticator = (tenant: Tenant, errand: string): Promise<void> =>
  atomically(tenant, async (within) => {
    const { account, challenge: { sessionId } } = await verifiedErrand(within, errand, "authenticator");
    const was = await clearAuthenticator(within.db, account.patientId);
    await endChallengesOf(within.db, account.patientId, within.now());
    if (was) await told(within, { account, sessionId, added: false });
  });

async function told(
  within: Tenant,
  { account, sessionId, added }: { account: Account; sessionId: string | null; added: boolean },
): Promise<void> {
  const act = added ? "add-authenticator" : "remove-authenticator";
  await trace(within, { actor: "patient", act, room: "auth", patientId: account.patientId, sessionId });
  await noticeAuthenticator(within, { account, added });
}
