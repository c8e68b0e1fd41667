import type { Factor } from "@tuodossier/sdk/contract";
import type { Account } from "./store.ts";

/** What proves an account's codes: the authenticator, once there is one. */
export const factorOf = ({ authenticatorSince }: Account): Factor =>
  authenticatorSince ? "authenticator" : "sms";
