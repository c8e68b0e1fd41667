import assert from "node:assert/strict";
import { DAY } from "../clock.ts";
import { firstPasswordUntil, lastWholeDay } from "./first-password.ts";

const now = Date.UTC(2026, 0, 15, 9);
const daysFor = (availableOn?: string) => (firstPasswordUntil({ now, availableOn }) - now) / DAY;

Deno.test("a first password outlives the exam's day by 30 days, within 30 and 90 days from now", () => {
  assert.equal(daysFor(), 30);
  assert.equal(firstPasswordUntil({ now, availableOn: "2026-02-10" }), Date.UTC(2026, 1, 10) + 30 * DAY);
  // Today and yesterday, a year ago, in three months, in a thousand years.
  for (const past of ["2026-01-15", "2026-01-14", "2025-01-15", "0001-01-01"]) {
    assert.equal(daysFor(past), 30);
  }
  for (const far of ["2026-04-15", "2026-03-17", "9999-12-31"]) assert.equal(daysFor(far), 90);
});

Deno.test("the day a patient is told is one on which the password is good until midnight", () => {
  assert.equal(lastWholeDay(Date.UTC(2026, 1, 14, 9)), "2026-02-13");
  // Half past eleven in the evening in London is the next day in Italy already.
  assert.equal(lastWholeDay(Date.UTC(2026, 1, 14, 23, 30)), "2026-02-14");
  assert.equal(lastWholeDay(Date.UTC(2026, 6, 1, 22)), "2026-07-01");
  assert.equal(lastWholeDay(Date.UTC(2027, 0, 1, 9)), "2026-12-31");
});
