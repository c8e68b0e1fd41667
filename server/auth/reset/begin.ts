import type { Challenge } from "@tuodossier/sdk/contract";
import { atomically } from "../../db/atomically.ts";
import { Problem } from "../../http/problem.ts";
import { hashOf, newSecret } from "../../keys/secret.ts";
import type { Tenant } from "../../tenant.ts";
import { type Account, accountById } from "../accounts/store.ts";
import { newChallenge } from "../challenges/challenge.ts";
import { addChallenge } from "../challenges/store.ts";
import { deliverCode, factorOf, type MadeCode, makeCode } from "../codes/sending.ts";
import { type IsListed, requireGoodPassword } from "../passwords/judgement.ts";
import { hashPassword } from "../passwords/hash.ts";
import type { MaySignIn } from "../sign-in.ts";
import { mayReset } from "./requests.ts";
import { patientOfToken, takeResetToken } from "./store.ts";

/**
 * Uses a link up: the new password waits for the account's second factor. A password that is refused, or a code
 * that cannot be sent, leaves the link as it was. A link that is no good costs the same work as a good one.
 *
 * @throws {Problem} `auth.password-weak` with its reason; `auth.reset-over`: unknown, used, too old, or an older
 * one; `auth.code-closed`, `auth.resend-limit`, `server.busy`.
 */
export async function beginReset(
  tenant: Tenant,
  facts: { token: string; password: string; maySignIn: MaySignIn; isListed?: IsListed },
): Promise<Challenge> {
  const { password, maySignIn, isListed } = facts;
  const tokenHash = hashOf(facts.token);
  const patientId = await patientOfToken(tenant.db, { tokenHash, now: tenant.now() });
  const account = await accountById(tenant.db, patientId ?? "");
  // Whether it is the password of before is not said: to who has only the mailbox that would confirm a guess.
  requireGoodPassword({ tenant, account, password, isListed });
  const passwordHash = await hashPassword(password);
  const token = newSecret();
  const made = await atomically(tenant, async (within): Promise<MadeCode> => {
    const now = within.now();
    const owner = await ownerOf(within, await takeResetToken(within.db, { tokenHash, now }), maySignIn);
    if (!owner) throw new Problem("auth.reset-over");
    const challenge = newChallenge({
      token,
      patientId: owner.patientId,
      purpose: "reset",
      factor: factorOf(owner),
      origin: tenant.baseUrl,
      passwordHash,
      now,
    });
    await addChallenge(within.db, challenge);
    const code = await makeCode(within, { account: owner, challenge });
    // Thrown in here: the link is good again.
    if (code instanceof Problem) throw code;
    return code;
  });
  return await deliverCode(tenant, token, made);
}

async function ownerOf(
  within: Tenant,
  patientId: string | undefined,
  maySignIn: MaySignIn,
): Promise<Account | undefined> {
  const account = patientId === undefined ? undefined : await accountById(within.db, patientId);
  return account && await mayReset(within, account, maySignIn) ? account : undefined;
}
