import type { Challenge } from "@tuodossier/sdk/contract";
import { atomically } from "../../db/atomically.ts";
import { Problem } from "../../http/problem.ts";
import { hashOf } from "../../keys/secret.ts";
import type { Tenant } from "../../tenant.ts";
import { type Account, accountById } from "../accounts/store.ts";
import { endChallenge } from "../challenges/store.ts";
import { deliverCode, type MadeCode, makeFirstCode } from "../codes/sending.ts";
import { type IsListed, requireGoodPassword } from "../passwords/judgement.ts";
import { hashPassword } from "../passwords/hash.ts";
import { mayReset } from "./requests.ts";
import { goodToken, returnResetToken, takeResetToken } from "./store.ts";

/**
 * Uses a link up: the new password waits for the account's second factor. A password that is refused, or a code
 * that cannot be sent, leaves the link as it was. A link that is no good costs the same work as a good one.
 *
 * @throws {Problem} `auth.password-weak` with its reason; `auth.reset-over`: unknown, used, too old, or an older
 * one; `auth.code-closed`, `auth.resend-limit`, `auth.code-unsent`, `server.busy`.
 * @throws {SmsRefused} by the clinic's rules.
 */
export async function beginReset(
  tenant: Tenant,
  facts: { token: string; password: string; isListed?: IsListed },
): Promise<Challenge> {
  const { password, isListed } = facts;
  const tokenHash = hashOf(facts.token);
  const good = await goodToken(tenant.db, { tokenHash, now: tenant.now() });
  const account = await accountById(tenant.db, good?.patientId ?? "");
  // Whether it is the password of before is not said: to who has only the mailbox that would confirm a guess.
  requireGoodPassword({ tenant, account, password, isListed });
  const passwordHash = await hashPassword(password);
  const made = await atomically(tenant, async (within): Promise<MadeCode> => {
    const owner = await ownerOf(within, await takeResetToken(within.db, { tokenHash, now: within.now() }));
    if (!owner) throw new Problem("auth.reset-over");
    const code = await makeFirstCode(within, {
      account: owner,
      purpose: "reset",
      origin: tenant.baseUrl,
      passwordHash,
    });
    // Thrown in here: the link is good again.
    if (code instanceof Problem) throw code;
    return code;
  });
  try {
    return await deliverCode(tenant, made);
  } catch (error) {
    await atomically(tenant, async ({ db, now }) => {
      // What ended the challenge meanwhile (a new password, another telephone) has ended its link too.
      const wentOn = await endChallenge(db, made.challenge.tokenHash, now());
      if (wentOn && good) await returnResetToken(db, { tokenHash, expiresAt: good.expiresAt });
    });
    throw error;
  }
}

async function ownerOf(within: Tenant, patientId: string | undefined): Promise<Account | undefined> {
  const account = patientId === undefined ? undefined : await accountById(within.db, patientId);
  return account && await mayReset(within, account) ? account : undefined;
}
