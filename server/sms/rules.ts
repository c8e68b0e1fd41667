import { dayInItaly, HOUR } from "../clock.ts";

/** Why no SMS goes out: the country is none of the clinic's, or the day's budget is used up. */
export type SmsRefusal = "prefix" | "budget";

export class SmsRefused extends Error {
  override readonly name = "SmsRefused";
  readonly reason: SmsRefusal;

  constructor(reason: SmsRefusal) {
    super(
      reason === "prefix"
        ? "This clinic sends no SMS to telephones of this country"
        : "This clinic has sent as many SMS as it may today",
    );
    this.reason = reason;
  }
}

/** Null where it may go out. @param facts.sentToday SMS of this clinic on this day in Italy. */
export function smsRefusal(
  facts: { to: string; sentToday: number; smsPrefixes: readonly string[]; smsDailyBudget: number },
): SmsRefusal | null {
  if (!facts.smsPrefixes.some((prefix) => facts.to.startsWith(prefix))) return "prefix";
  return facts.sentToday >= facts.smsDailyBudget ? "budget" : null;
}

/** The instant a day began in Italy, which is one or two hours ahead of UTC. */
export function startOfDayInItaly(ms: number): number {
  const midnight = Date.parse(`${dayInItaly(ms)}T00:00:00Z`);
  const summer = midnight - 2 * HOUR;
  return dayInItaly(summer) === dayInItaly(ms) ? summer : midnight - HOUR;
}
