import type { Challenge } from "@tuodossier/sdk/contract";
import { Problem } from "../../http/problem.ts";
import type { Tenant } from "../../tenant.ts";
import { makeFirstCode, proveByCode } from "../codes/sending.ts";
import { verifiedErrand } from "../errands/errands.ts";
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
    return await makeFirstCode(within, {
      account,
      purpose: kind === "phone" ? "new-phone" : "new-email",
      factor: kind === "phone" ? "sms" : "email",
      sessionId,
      origin,
      keyThumbprint,
      contact,
    });
  });
}
