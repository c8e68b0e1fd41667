/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { type Draft, emptyDraft, faultsAt, faultsOf, requestOf } from "./draft.ts";

const draft = (more: Partial<Draft>): Draft => ({
  ...emptyDraft,
  text: "Non arriva",
  phone: "333 1234567",
  ...more,
});

Deno.test("faultsOf() lets through what a clerk can answer", () => {
  for (const phone of ["0432 123456", "+39 (333) 123.45.67", " 3331234567 ", "0432/12-34-56"]) {
    assert.deepEqual(faultsOf(draft({ phone })), [], phone);
  }
  for (const email of ["a@b.it", " nome.cognome+x@posta.example "]) {
    assert.deepEqual(faultsOf(draft({ answerBy: "email", email })), [], email);
  }
});

Deno.test("faultsOf() stops what nobody could answer, in the order of the fields", () => {
  assert.deepEqual(faultsOf(emptyDraft), ["text-missing", "contact"]);
  assert.deepEqual(faultsOf(draft({ text: " \n " })), ["text-missing"]);
  assert.deepEqual(faultsOf(draft({ text: "x".repeat(4001) })), ["text-long"]);
  for (const phone of ["", "12345", "a@b.it", "------"]) {
    assert.deepEqual(faultsOf(draft({ phone })), ["contact"], phone);
  }
  for (const email of ["", "nome", "nome@posta", "a b@c.it", `${"x".repeat(250)}@a.it`]) {
    assert.deepEqual(faultsOf(draft({ answerBy: "email", email })), ["contact"], email);
  }
});

Deno.test("requestOf() sends only the contact that was chosen", () => {
  const both = draft({ answerBy: "email", email: " a@b.it " });
  assert.deepEqual(requestOf(both), {
    topic: "sign-in",
    text: "Non arriva",
    answerBy: "email",
    contact: "a@b.it",
  });
});

Deno.test("faultsAt() finds the field a server's answer points at", () => {
  assert.deepEqual(faultsAt(["/contact"]), ["contact"]);
  assert.deepEqual(faultsAt(["/somewhere"]), []);
});
