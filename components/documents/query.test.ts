/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { changed, daysCrossed, filtered, firstWish, queryOf, sortedBy, type Wish } from "./query.ts";

Deno.test("a filter, an order or a page size that changes starts at the first page", () => {
  const third = { ...firstWish, cursor: "c10" };
  assert.equal(changed(third, { text: "rx" }).cursor, null);
  assert.equal(changed(third, { size: 25 }).cursor, null);
  assert.equal(sortedBy(third, "date").cursor, null);
});

Deno.test("a column pressed twice turns around; a new one starts where one expects", () => {
  const byType = sortedBy(firstWish, "type");
  assert.deepEqual([byType.sort, byType.direction], ["type", "ascending"]);
  assert.equal(sortedBy(byType, "type").direction, "descending");
  assert.equal(sortedBy(byType, "date").direction, "descending");
});

Deno.test("empty filters and blank text are not sent, since the server refuses empty values", () => {
  assert.deepEqual(queryOf({ ...firstWish, text: "  " }), {
    sort: "date",
    direction: "descending",
    limit: 5,
  });
  assert.equal(queryOf({ ...firstWish, text: " rx " }).text, "rx");
});

Deno.test("a span that ends before it begins is told; an open one is not", () => {
  assert.equal(daysCrossed({ ...firstWish, from: "2025-02-01", to: "2025-01-31" }), true);
  assert.equal(daysCrossed({ ...firstWish, from: "2025-02-01", to: "" }), false);
  assert.equal(daysCrossed({ ...firstWish, from: "2025-02-01", to: "2025-02-01" }), false);
});

Deno.test("order and page size are no filters", () => {
  const sorted: Wish = { ...firstWish, sort: "type", size: 25 };
  assert.equal(filtered(sorted), false);
  assert.equal(filtered({ ...firstWish, facility: "x" }), true);
});
