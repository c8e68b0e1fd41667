/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { bytes } from "./bytes.ts";
import { ageAt, longDay, shortDay } from "./format.ts";

Deno.test("a day is the same day in every time zone", () => {
  assert.equal(shortDay("it-IT", "2024-11-25"), "25/11/2024");
  assert.equal(longDay("it-IT", "2024-01-01"), "1 gennaio 2024");
  assert.equal(shortDay("en-GB", "2024-11-25"), "25/11/2024");
});

Deno.test("nobody is a year older before the birthday", () => {
  assert.equal(ageAt("1958-03-12", "2025-03-11"), 66);
  assert.equal(ageAt("1958-03-12", "2025-03-12"), 67);
  assert.equal(ageAt("2024-02-29", "2025-02-28"), 0);
});

Deno.test("bytes are said in the unit people use, from none to very many", () => {
  const plain = (value: number) => bytes("it-IT", value).replace(/\s/g, " ");
  assert.equal(plain(0), "0 byte");
  assert.equal(plain(999_999), "1000 kB");
  assert.equal(plain(1_234_567), "1,2 MB");
  assert.equal(plain(4e15), "4000 TB");
});
