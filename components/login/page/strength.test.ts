/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { strengthOf } from "./strength.ts";

Deno.test("strengthOf() rises with length and variety, and says what is too short", () => {
  assert.equal(strengthOf("corta 1!"), 0);
  assert.equal(strengthOf("aaaaaaaaaaaaaaaa"), 1);
  assert.ok(strengthOf("quattro parole lunghe e strane") > strengthOf("dodicilettere"));
  assert.equal(strengthOf("Un treno di notte, binario 88"), 4);
});

Deno.test("what everybody begins with, and what is known of the patient and the clinic, counts for nothing", () => {
  for (const weak of ["Password1234!", "Francesco1985!!", "qwerty123456", "ForzaJuve2024!"]) {
    assert.equal(strengthOf(weak), 1, weak);
  }
  const known = ["RSSMRA80A01H501U", "Studio", "Radiologico", "Aurora"];
  assert.equal(strengthOf("rssmra80a01h501u!1", known), 1);
  assert.equal(strengthOf("Studio Aurora 2024!", known), 1);
});

Deno.test("a password of the kind that is proposed looks as good as can be", () => {
  assert.equal(strengthOf("laga nozo zaso nega"), 4);
});
