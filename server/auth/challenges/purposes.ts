import type { CodeAnswer } from "@tuodossier/sdk/contract";
import { hashOf, newSecret } from "../../keys/secret.ts";
import type { Problem } from "../../http/problem.ts";
import type { Tenant } from "../../tenant.ts";
import type { Account } from "../accounts/store.ts";
import { endChallenge, type OpenChallenge, type Purpose, renameChallenge } from "./store.ts";
import { finishContact } from "../contacts/finish.ts";
import { handOver } from "../sessions/hand-over.ts";
import { finishReset } from "../reset/finish.ts";
import { stepUp } from "../sessions/sessions.ts";

/** A challenge whose code was right, and whose account it is. */
export interface Verified {
  readonly challenge: OpenChallenge;
  readonly account: Account;
}

type Next = (within: Tenant, verified: Verified) => Promise<CodeAnswer | Problem>;

/** What a right code brings about, in the transaction that judged it. */
export const goOn: Next = (within, verified) => NEXT[verified.challenge.purpose](within, verified);

const signIn: Next = async (within, { challenge, account }) =>
  account.firstPasswordUntil
    ? { next: "new-password" }
    : { next: "hand-over", code: await handOver(within, challenge) };

const recentSignIn: Next = async (within, { challenge }) => {
  await stepUp(within, challenge.sessionId!);
  await endChallenge(within.db, challenge.tokenHash, within.now());
  return { next: "done" };
};

/**
 * The code of an errand is a recent sign-in too. The errand goes on under another secret: the first was the clinic
 * page's, whose script must not finish what the patient has proved.
 */
const errand: Next = async (within, { challenge }) => {
  await stepUp(within, challenge.sessionId!);
  const token = newSecret();
  await renameChallenge(within.db, challenge.tokenHash, hashOf(token));
  return { next: "errand", errand: token };
};

const NEXT: Readonly<Record<Purpose, Next>> = {
  "sign-in": signIn,
  "step-up": recentSignIn,
  "password": errand,
  "phone": errand,
  "email": errand,
  "authenticator": errand,
  "reset": finishReset,
  "new-phone": finishContact,
  "new-email": finishContact,
};
