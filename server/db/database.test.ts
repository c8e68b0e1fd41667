import assert from "node:assert/strict";
import type { Migration } from "kysely/migration";
import { openDatabase } from "./database.ts";

const [KEY, OTHER] = ["11".repeat(32), "22".repeat(32)];
const nothing: Migration = { up: () => Promise.resolve() };

Deno.test("a database that does not open says why: its place, its key, or its version", async () => {
  const folder = await Deno.makeTempDir({ prefix: "tuo-" });
  const open = (path: string, key: string, names: readonly string[]) =>
    openDatabase(`${folder}/${path}`, key, Object.fromEntries(names.map((name) => [name, nothing])));
  const says = (opening: Promise<unknown>, message: RegExp) =>
    assert.rejects(opening, { name: "DatabaseError", message });
  try {
    await (await open("a.db", KEY, ["1", "2"])).destroy();
    await says(open("none/a.db", KEY, ["1"]), /cannot be opened.*writable/);
    await Deno.mkdir(`${folder}/folder.db`);
    await says(open("folder.db", KEY, ["1"]), /cannot be opened.*writable/);
    await says(open("a.db", OTHER, ["1", "2"]), /another key/);
    await Deno.writeTextFile(`${folder}/b.db`, "no database ".repeat(1000));
    await says(open("b.db", KEY, ["1"]), /another key/);
    await says(open("a.db", KEY, ["1"]), /another version/);
    await says(open("a.db", KEY, ["1", "3"]), /another version/);
    await (await open("a.db", KEY, ["1", "2", "3"])).destroy();
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
