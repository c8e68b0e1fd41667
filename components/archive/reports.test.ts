/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import type { Document } from "@tuodossier/sdk";
import { allReports } from "./reports.ts";

Deno.test("allReports() reads every page, and leaves out what has no PDF", async () => {
  const asked: unknown[] = [];
  const list = async (query: { cursor?: string; limit?: string } = {}) => {
    asked.push(query);
    const page = Number(query.cursor ?? 0);
    const items = [{ id: `${page}`, contentBytes: 1 }, { id: `${page}-images`, contentBytes: null }];
    return { items: items as Document[], next: page < 2 ? `${page + 1}` : null } as never;
  };
  const documents = { list } as never;
  const found = await allReports({ documents }, new AbortController().signal);
  assert.deepEqual(found.map(({ id }) => id), ["0", "1", "2"]);
  assert.deepEqual(asked, [{ limit: 100, cursor: undefined }, { limit: 100, cursor: "1" }, {
    limit: 100,
    cursor: "2",
  }]);
});
