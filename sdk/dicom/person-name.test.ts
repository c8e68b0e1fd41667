/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { personNameFrom, readablePersonName } from "./person-name.ts";

Deno.test("readablePersonName() puts titles first and leaves no carets", () => {
  assert.equal(readablePersonName("ROSSI^MARIO"), "ROSSI MARIO");
  assert.equal(readablePersonName("ROSSI^MARIO^^DR"), "DR ROSSI MARIO");
  assert.equal(readablePersonName("De Rossi ^ Anna  Maria^Pia^^PhD"), "De Rossi Anna Maria Pia PhD");
  assert.equal(readablePersonName("ROSSI MARIO"), "ROSSI MARIO");
  assert.equal(readablePersonName("^^^^"), "");
  assert.equal(readablePersonName(""), "");
});

Deno.test("readablePersonName() shows the first group that says anything", () => {
  assert.equal(readablePersonName("Yamada^Tarou=山田^太郎=やまだ^たろう"), "Yamada Tarou");
  assert.equal(readablePersonName("=山田^太郎"), "山田 太郎");
  assert.equal(readablePersonName("^==やまだ^たろう"), "やまだ たろう");
});

Deno.test("a codice fiscale in the name is not shown, nor one of an omocodia", () => {
  assert.equal(readablePersonName("ROSSI^MARIO^RSSMRA80A01H501U"), "ROSSI MARIO");
  assert.equal(readablePersonName("ROSSI MARIO RSSMRA80A01H50MU"), "ROSSI MARIO");
  assert.equal(readablePersonName("rossi^mario rssmra80a01h501u"), "rossi mario");
  assert.equal(readablePersonName("ABCDEF^GHIJKL"), "ABCDEF GHIJKL");
});

Deno.test("personNameFrom() names the five components", () => {
  assert.deepEqual(personNameFrom("a^b^c^d^e^f"), {
    family: "a",
    given: "b",
    middle: "c",
    prefix: "d",
    suffix: "e",
  });
});
