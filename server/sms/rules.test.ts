import assert from "node:assert/strict";
import { smsRefusal, startOfDayInItaly } from "./rules.ts";

const facts = { to: "+393330000001", sentToday: 0, smsPrefixes: ["+39"], smsDailyBudget: 10 };

Deno.test("an SMS goes only to the clinic's countries, and never past the budget", () => {
  assert.equal(smsRefusal(facts), null);
  assert.equal(smsRefusal({ ...facts, sentToday: 9 }), null);
  assert.equal(smsRefusal({ ...facts, sentToday: 10 }), "budget");
  assert.equal(smsRefusal({ ...facts, smsDailyBudget: 0 }), "budget");
  for (const to of ["+449000000000", "+3", "393330000001", "00393330000001", " +393330000001"]) {
    assert.equal(smsRefusal({ ...facts, to }), "prefix", to);
  }
  assert.equal(smsRefusal({ ...facts, smsPrefixes: [] }), "prefix");
});

Deno.test("a day begins at midnight in Italy, in winter, in summer and when the clocks change", () => {
  const starts = [
    ["2026-01-15T12:00:00Z", "2026-01-14T23:00:00Z"],
    ["2026-07-15T12:00:00Z", "2026-07-14T22:00:00Z"],
    ["2026-07-14T22:00:00Z", "2026-07-14T22:00:00Z"],
    ["2026-07-14T21:59:59Z", "2026-07-13T22:00:00Z"],
    ["2026-03-29T12:00:00Z", "2026-03-28T23:00:00Z"],
    ["2026-03-30T12:00:00Z", "2026-03-29T22:00:00Z"],
    ["2026-10-25T12:00:00Z", "2026-10-24T22:00:00Z"],
    ["2026-10-26T12:00:00Z", "2026-10-25T23:00:00Z"],
  ];
  for (const [at, start] of starts) assert.equal(startOfDayInItaly(Date.parse(at)), Date.parse(start), at);
});
