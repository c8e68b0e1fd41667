/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { foreignPrefixes, readEmail } from "./contact.ts";

Deno.test("an e-mail address has a name, one at and a domain with a dot", () => {
  assert.equal(readEmail(" maria.rossi+x@posta.example "), "maria.rossi+x@posta.example");
  for (const text of ["", "maria", "maria@posta", "maria@@posta.it", "ma ria@posta.it", "maria@posta..it"]) {
    assert.equal(readEmail(text), null, text);
  }
});

Deno.test("who writes a number from abroad is told the prefixes that this clinic takes", () => {
  assert.deepEqual(foreignPrefixes(["+39", "+386", "+3933"]), ["+386"]);
});
