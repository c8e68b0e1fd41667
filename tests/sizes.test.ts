import assert from "node:assert/strict";
import { fetchedAtOnce, weights } from "./sizes.ts";

Deno.test("every element keeps to its budget of JavaScript, Lit and SDK in it", () => {
  const heavy = weights().filter(({ bytes, limit }) => bytes > limit);
  assert.deepEqual(heavy, []);
});

Deno.test("the PDF reader is fetched only when a report is opened", () => {
  assert.deepEqual(fetchedAtOnce(/getTextContent|GlobalWorkerOptions/), []);
});
