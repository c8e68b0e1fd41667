import assert from "node:assert/strict";
import { readSettings } from "./settings.ts";

Deno.test("the address of sign-in fits on a page, and is a web address", () => {
  const long = (length: number) => "https://clinic.example/".padEnd(length, "a");
  assert.equal(readSettings({ signInUrl: long(500) }).signInUrl, long(500));
  for (const signInUrl of [long(501), "ftp://clinic.example/", "clinic.example", ""]) {
    assert.throws(() => readSettings({ signInUrl }), /The setting signInUrl is not usable/, signInUrl);
  }
});
