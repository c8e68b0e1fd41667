import { DAY, dayInItaly } from "../clock.ts";

const LIFE = 30 * DAY;
const LIMIT = 90 * DAY;

/**
 * Until when a first password is good (ms): 30 days past the day the exam is available by, 90 days from now at
 * most, and 30 at least.
 */
export function firstPasswordUntil({ now, availableOn }: { now: number; availableOn?: string }): number {
  const shortest = now + LIFE;
  if (availableOn === undefined) return shortest;
  return Math.max(shortest, Math.min(Date.parse(`${availableOn}T00:00:00Z`) + LIFE, now + LIMIT));
}

/** The last day, `YYYY-MM-DD` in Italy, on all of which such a password is good: the one to tell the patient. */
export const lastWholeDay = (until: number): string =>
  new Date(Date.parse(`${dayInItaly(until)}T00:00:00Z`) - DAY).toISOString().slice(0, 10);
