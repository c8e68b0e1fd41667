/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { browserLanguage } from "./browser-language.ts";

Deno.test("the browser's first language that is one of ours is spoken, or else Italian", () => {
  assert.equal(browserLanguage(["de-AT", "en-GB", "it"]), "en");
  assert.equal(browserLanguage(["it-CH", "en"]), "it");
  assert.equal(browserLanguage(["sl"]), "it");
  assert.equal(browserLanguage([]), "it");
});
