import { dayInItaly, HOUR } from "../clock.ts";

/** Why no SMS goes out: the number is none of the clinic's countries' mobile ones, or the day's budget is used up. */
export type SmsRefusal = "prefix" | "budget";

export class SmsRefused extends Error {
  override readonly name = "SmsRefused";
  readonly reason: SmsRefusal;

  constructor(reason: SmsRefusal) {
    super(
      reason === "prefix"
        ? "This clinic sends no SMS to telephones of this country or kind"
        : "This clinic has sent as many SMS as it may today",
    );
    this.reason = reason;
  }
}

/**
 * Whether a telephone (E.164) can be in a patient's pocket, by one of the prefixes. Italian mobile numbers begin
 * with 3; SMS to others reach a landline, nobody, or somebody's premium service.
 *
 * @example
 * ```ts
 * import { takesSms } from "./rules.ts";
 * if (!takesSms("+393330000001", ["+39"])) throw new Error("mobile");
 * if (takesSms("+39899123456", ["+39"])) throw new Error("premium");
 * ```
 */
export const takesSms = (phone: string, smsPrefixes: readonly string[]): boolean =>
  smsPrefixes.some((prefix) => phone.startsWith(prefix)) &&
  (!phone.startsWith("+39") || ITALIAN_MOBILE.test(phone));

const ITALIAN_MOBILE = /^\+393\d{8,9}$/;

/** Null where it may go out. @param facts.sentToday SMS of this clinic on this day in Italy. */
export function smsRefusal(
  facts: { to: string; sentToday: number; smsPrefixes: readonly string[]; smsDailyBudget: number },
): SmsRefusal | null {
  if (!takesSms(facts.to, facts.smsPrefixes)) return "prefix";
  return facts.sentToday >= facts.smsDailyBudget ? "budget" : null;
}

/** The instant a day began in Italy, which is one or two hours ahead of UTC. */
export function startOfDayInItaly(ms: number): number {
  const midnight = Date.parse(`${dayInItaly(ms)}T00:00:00Z`);
  const summer = midnight - 2 * HOUR;
  return dayInItaly(summer) === dayInItaly(ms) ? summer : midnight - HOUR;
}
