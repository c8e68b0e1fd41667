import assert from "node:assert/strict";
import { wantedPart } from "./range.ts";

const wanted = (range: string | undefined, ifRange?: string) => wantedPart({ range, ifRange }, `"tag"`, 1000);

Deno.test("one byte range is a part, clipped to the file", () => {
  assert.deepEqual(wanted("bytes=0-0"), { kind: "part", start: 0, end: 1 });
  assert.deepEqual(wanted("bytes=10-"), { kind: "part", start: 10, end: 1000 });
  assert.deepEqual(wanted("bytes=990-5000"), { kind: "part", start: 990, end: 1000 });
  assert.deepEqual(wanted("bytes=-100"), { kind: "part", start: 900, end: 1000 });
  assert.deepEqual(wanted("bytes=-5000"), { kind: "part", start: 0, end: 1000 });
  assert.deepEqual(wanted("BYTES=999-999"), { kind: "part", start: 999, end: 1000 });
});

Deno.test("a range past the end is outside", () => {
  assert.deepEqual(wanted("bytes=1000-"), { kind: "outside" });
  assert.deepEqual(wanted("bytes=99999999999999999999999-"), { kind: "outside" });
  assert.deepEqual(wanted("bytes=-0"), { kind: "outside" });
});

Deno.test("what is no single byte range asks for the whole", () => {
  const others = [
    undefined,
    "",
    "bytes=-",
    "bytes=5-4",
    "bytes=0-1,5-6",
    "items=0-1",
    "bytes=0x1-5",
    "bytes=a-",
  ];
  for (const range of others) assert.deepEqual(wanted(range), { kind: "whole" }, range);
});

Deno.test("If-Range gives the part only under the same strong tag", () => {
  assert.equal(wanted("bytes=0-1", `"tag"`).kind, "part");
  for (const other of [`"other"`, `W/"tag"`, "tag", "Mon, 23 Nov 2026 09:30:00 GMT"]) {
    assert.equal(wanted("bytes=0-1", other).kind, "whole");
  }
});
