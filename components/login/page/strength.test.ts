/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { strengthOf } from "./strength.ts";

Deno.test("strengthOf() rises with length and variety, and says what is too short", () => {
  assert.equal(strengthOf("corta 1!"), 0);
  assert.equal(strengthOf("aaaaaaaaaaaaaaaa"), 1);
  assert.ok(strengthOf("quattro parole lunghe e strane") > strengthOf("dodicilettere"));
  assert.equal(strengthOf("Un treno di notte, binario 88"), 4);
});
