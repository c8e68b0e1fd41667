/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { readEmail, readPhone } from "./contact.ts";

Deno.test("a telephone number is taken however it is written; letters and stubs are not", () => {
  for (const text of ["333 123 4567", "+39 333-1234567", "0039 (333) 1234567", " 333.1234567 "]) {
    assert.equal(readPhone(text), "+393331234567", text);
  }
  assert.equal(readPhone("+386 40 123 456"), "+38640123456");
  for (const text of ["", "333", "+0 333 1234567", "333 12345 x", "+39 333 1234567 / 8888888"]) {
    assert.equal(readPhone(text), null, text);
  }
});

Deno.test("an e-mail address has a name, one at and a domain with a dot", () => {
  assert.equal(readEmail(" maria.rossi+x@posta.example "), "maria.rossi+x@posta.example");
  for (const text of ["", "maria", "maria@posta", "maria@@posta.it", "ma ria@posta.it", "maria@posta..it"]) {
    assert.equal(readEmail(text), null, text);
  }
});
