/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { aged } from "./memory.ts";

const NOW = Date.parse("2026-01-15T09:00:00.000Z");
const challenge = {
  challenge: "c",
  factor: "sms",
  sentTo: "*****46",
  resendAfter: 15,
  expiresAt: "2026-01-15T09:05:00.000Z",
  explainSms: false,
} as const;
const after = (seconds: number) => {
  const running = aged({ running: { step: "code", challenge }, at: NOW }, NOW + seconds * 1000);
  return running?.step === "code" ? running.challenge.resendAfter : running;
};

Deno.test("a challenge that is found again is as old as it is, and one that is over is not found", () => {
  assert.deepEqual([0, 4.5, 15, 299].map(after), [15, 11, 0, 0]);
  assert.equal(after(300), null);
  const first = { step: "new-password", challenge: "c" } as const;
  assert.equal(aged({ running: first, at: NOW }, NOW + 1e9), first);
  assert.equal(aged({ running: null, at: NOW }, NOW), null);
});
