import type { Challenge } from "@tuodossier/sdk/contract";
import { SECOND } from "../../clock.ts";
import { Problem } from "../../http/problem.ts";
import type { Tenant } from "../../tenant.ts";
import { makeFirstCode, proveByCode } from "../codes/sending.ts";
import { verifiedErrand } from "../errands/errands.ts";
import { STEP_UP } from "../limits.ts";
import { usableContact } from "./rules.ts";

/**
 * Begins the proof of a new telephone or address: a code goes there. The errand goes on, for one that was
 * mistyped.
 *
 * @throws {Problem} `auth.contact-refused`, `auth.errand-over`, `auth.step-up`, and whatever sends no code.
 */
export function beginContact(
  tenant: Tenant,
  { errand, contact: typed }: { errand: string; contact: string },
): Promise<Challenge> {
  return proveByCode(tenant, async (within) => {
    const { account, challenge } = await verifiedErrand(within, errand, "phone", "email");
    const { purpose, sessionId, origin, keyThumbprint, verifiedAt } = challenge;
    const kind = purpose === "phone" ? "phone" : "email";
    const { smsPrefixes } = within.clinic.settings;
    const contact = usableContact(typed, { kind, present: account[kind], smsPrefixes });
    if (!contact) throw new Problem("auth.contact-refused");
    return await makeFirstCode(within, {
      account,
      purpose: kind === "phone" ? "new-phone" : "new-email",
      factor: kind === "phone" ? "sms" : "email",
      sessionId,
      origin,
      keyThumbprint,
      contact,
      // The errand's code is a recent sign-in for so long, and the change is done by then or not at all.
      until: Date.parse(verifiedAt!) + STEP_UP * SECOND,
    });
  });
}
