import { Problem } from "../../http/problem.ts";
import type { Tenant } from "../../tenant.ts";
import type { Account } from "../accounts/store.ts";
import { refusalOf } from "./rules.ts";

/** Whether a password is on the operator's own list. */
export type IsListed = (password: string) => boolean;

/**
 * Judges a password that is to be an account's new one.
 * @param facts.account Whose; without one only what holds for everybody is judged.
 * @throws {Problem} `auth.password-weak` with its reason.
 */
export function requireGoodPassword(
  facts: { tenant: Tenant; account: Account | undefined; password: string; isListed?: IsListed },
): void {
  const { tenant: { clinic }, account, password, isListed } = facts;
  const personal = [...account ? wordsOf(account) : [], ...clinic.name.split(/\s+/)];
  const reason = refusalOf(password, personal) ?? (isListed?.(password) ? "common" : null);
  if (reason) throw new Problem("auth.password-weak", { reason });
}

function wordsOf(account: Account): string[] {
  const [year, month, day] = account.birthDate.split("-");
  return [
    ...account.givenName.split(/\s+/),
    ...account.familyName.split(/\s+/),
    account.givenName,
    account.familyName,
    account.codiceFiscale,
    account.phone.slice(-10),
    ...[[day, month, year], [year, month, day], [day, month, year.slice(2)]].map((date) => date.join("")),
    year,
    ...account.email ? [account.email, ...account.email.split("@")[0].split(/[._-]/)] : [],
  ];
}
