import type { Challenge } from "@tuodossier/sdk/contract";
import { atomically } from "../../db/atomically.ts";
import { Problem } from "../../http/problem.ts";
import { newSecret } from "../../keys/secret.ts";
import type { Tenant } from "../../tenant.ts";
import { newChallenge } from "../challenges/challenge.ts";
import { addChallenge } from "../challenges/store.ts";
import { deliverCode, makeCode } from "../codes/sending.ts";
import { verifiedErrand } from "../errands/errands.ts";
import { usableContact } from "./rules.ts";

/**
 * Begins the proof of a new telephone or address: a code goes there. The errand goes on, for one that was
 * mistyped.
 *
 * @throws {Problem} `auth.contact-refused`, `auth.errand-over`, `auth.step-up`, and whatever sends no code.
 */
export async function beginContact(
  tenant: Tenant,
  { errand, contact: typed }: { errand: string; contact: string },
): Promise<Challenge> {
  const token = newSecret();
  const made = await atomically(tenant, async (within) => {
    const { account, challenge: { purpose, sessionId, origin, keyThumbprint } } = await verifiedErrand(
      within,
      errand,
      "phone",
      "email",
    );
    const kind = purpose === "phone" ? "phone" : "email";
    const { smsPrefixes } = within.clinic.settings;
    const contact = usableContact(typed, { kind, present: account[kind], smsPrefixes });
    if (!contact) throw new Problem("auth.contact-refused");
    const challenge = newChallenge({
      token,
      patientId: account.patientId,
      purpose: kind === "phone" ? "new-phone" : "new-email",
      factor: kind === "phone" ? "sms" : "email",
      now: within.now(),
      sessionId,
      origin,
      keyThumbprint,
      contact,
    });
    await addChallenge(within.db, challenge);
    return await makeCode(within, { account, challenge });
  });
  if (made instanceof Problem) throw made;
  return await deliverCode(tenant, token, made);
}
