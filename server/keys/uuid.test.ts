import assert from "node:assert/strict";
import { newId } from "./uuid.ts";

Deno.test("newId() makes UUIDv7s that sort as they were made, a thousand in one millisecond too", () => {
  const now = Date.UTC(2026, 0, 1);
  const ids = [...Array.from({ length: 1000 }, () => newId(now)), newId(now + 1)];
  assert.deepEqual([...ids].sort(), ids);
  for (const id of ids) {
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});
