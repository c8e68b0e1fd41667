/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { normalizePhone, takesSms } from "./phone.ts";

Deno.test("telephones are taken as people write them", () => {
  const written = {
    "+39 333 1234567": "+393331234567",
    "0039-333-1234567": "+393331234567",
    "333.123.4567": "+393331234567",
    "393331234567": "+393331234567",
    "３３３ １２３４５６７": "+393331234567",
    "3931234567": "+393931234567",
    "06 1234 5678": "+390612345678",
    "+41 (79) 123 45 67": "+41791234567",
  };
  for (const [text, phone] of Object.entries(written)) assert.equal(normalizePhone(text), phone, text);
});

Deno.test("what is no telephone is refused", () => {
  const not = [
    "",
    "+",
    "12",
    "+0123456789",
    "+39333123456789012",
    "333 12",
    "tel:3331234567",
    "+39;3331234567",
  ];
  for (const text of [...not, "+39333\n1234567,+393339999999", "++393331234567"]) {
    assert.equal(normalizePhone(text), null, text);
  }
});

Deno.test("an Italian telephone takes an SMS only where it is a mobile one", () => {
  assert.ok(takesSms("+393331234567", ["+39"]));
  for (const phone of ["+390612345678", "+39899123456", "+3933312", "+41791234567"]) {
    assert.ok(!takesSms(phone, ["+39", "+398"]), phone);
  }
});
