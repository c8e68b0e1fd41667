import { takesSms } from "@tuodossier/sdk";
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

/** So much of a day's budget is for any SMS; the rest is for those that let somebody in. */
const FOR_ALL = 0.8;

/**
 * Null where it may go out.
 *
 * @param facts.sentToday SMS of this clinic on this day in Italy.
 * @param facts.isSpare It lets nobody in (a notice), and leaves a fifth of the budget to what does.
 */
export function smsRefusal(
  facts: {
    to: string;
    sentToday: number;
    smsPrefixes: readonly string[];
    smsDailyBudget: number;
    isSpare?: boolean;
  },
): SmsRefusal | null {
  const { to, sentToday, smsPrefixes, smsDailyBudget, isSpare } = facts;
  if (!takesSms(to, smsPrefixes)) return "prefix";
  const most = isSpare ? Math.floor(smsDailyBudget * FOR_ALL) : smsDailyBudget;
  return sentToday >= most ? "budget" : null;
}

/** The instant a day began in Italy, which is one or two hours ahead of UTC. */
export function startOfDayInItaly(ms: number): number {
  const midnight = Date.parse(`${dayInItaly(ms)}T00:00:00Z`);
  const summer = midnight - 2 * HOUR;
  return dayInItaly(summer) === dayInItaly(ms) ? summer : midnight - HOUR;
}
