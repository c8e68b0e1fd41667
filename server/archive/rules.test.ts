import assert from "node:assert/strict";
import { HOUR, MINUTE, SECOND } from "../clock.ts";
import { admits, newTicket, resumableUntil } from "./rules.ts";

Deno.test("a ticket nobody used within a minute is over", () => {
  assert.ok(admits(newTicket(0), { now: 60 * SECOND - 1, whole: true }));
  assert.ok(!admits(newTicket(0), { now: 60 * SECOND, whole: true }));
  assert.ok(!admits(newTicket(0), { now: 60 * SECOND, whole: false }));
});

Deno.test("the whole is given once, parts until half an hour after the last byte", () => {
  const started = { ...newTicket(0), started: true, validUntil: resumableUntil(5 * MINUTE, 24 * HOUR) };
  assert.ok(!admits(started, { now: 6 * MINUTE, whole: true }));
  assert.ok(admits(started, { now: 35 * MINUTE - 1, whole: false }));
  assert.ok(!admits(started, { now: 35 * MINUTE, whole: false }));
});

Deno.test("no download lasts longer than a day, however it is resumed", () => {
  const late = { ...newTicket(0), started: true, validUntil: resumableUntil(24 * HOUR - 1, 24 * HOUR) };
  assert.ok(admits(late, { now: 24 * HOUR - 1, whole: false }));
  assert.ok(!admits(late, { now: 24 * HOUR, whole: false }));
});
