import assert from "node:assert/strict";
import { smsRefusal, startOfDayInItaly } from "./rules.ts";

const facts = { to: "+393330000001", sentToday: 0, smsPrefixes: ["+39"], smsDailyBudget: 10 };

Deno.test("an SMS goes only to the clinic's countries, and never past the budget", () => {
  assert.equal(smsRefusal(facts), null);
  assert.equal(smsRefusal({ ...facts, sentToday: 9 }), null);
  assert.equal(smsRefusal({ ...facts, sentToday: 10 }), "budget");
  assert.equal(smsRefusal({ ...facts, smsDailyBudget: 0 }), "budget");
  assert.equal(smsRefusal({ ...facts, isSpare: true, sentToday: 7 }), null);
  assert.equal(smsRefusal({ ...facts, isSpare: true, sentToday: 8 }), "budget");
  for (const to of ["+449000000000", "+3", "393330000001", "00393330000001", " +393330000001"]) {
    assert.equal(smsRefusal({ ...facts, to }), "prefix", to);
  }
  assert.equal(smsRefusal({ ...facts, smsPrefixes: [] }), "prefix");
  const abroad = { ...facts, to: "+41791234567" };
  assert.equal(smsRefusal({ ...abroad, smsPrefixes: ["+39", "+41"] }), null);
});

Deno.test("premium numbers, landlines and impossible ones get no SMS, whatever the clinic's prefixes", () => {
  const not = ["+39899123456", "+394784123456", "+39166123456", "+390612345678", "+39800123456", "+393"];
  for (const to of [...not, "+3933312345", "+3933312345678", "+39333000000a", "+393330000001\n"]) {
    for (const smsPrefixes of [["+39"], ["+3"], ["+39", to.slice(0, 6)]]) {
      assert.equal(smsRefusal({ ...facts, to, smsPrefixes }), "prefix", to);
    }
  }
  assert.equal(smsRefusal({ ...facts, to: "+39333000000" }), null, "nine digits");
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
