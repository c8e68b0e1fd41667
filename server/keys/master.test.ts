import assert from "node:assert/strict";
import { loadMasterKey } from "./master.ts";

async function inFolder(test: (path: string, folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "tuo-" });
  try {
    await test(`${folder}/master.key`, folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const load = (path: string, mayMake = true) => loadMasterKey({ given: null, path, mayMake });

Deno.test("a key is made once, whole, for its owner alone, and nothing else is left", () =>
  inFolder(async (path, folder) => {
    await Deno.writeTextFile(`${path}.part`, "3f");
    const key = await load(path);
    assert.equal(key.length, 32);
    assert.deepEqual(await load(path, false), key);
    assert.equal((await Deno.stat(path)).mode! & 0o777, 0o600);
    assert.deepEqual(Array.from(Deno.readDirSync(folder), ({ name }) => name), ["master.key"]);
  }));

Deno.test("an empty key, half a key and a missing one are sentences, and nothing is written over", () =>
  inFolder(async (path) => {
    await assert.rejects(load(path, false), /is missing.*TUO_MASTER_KEY/);
    await assert.rejects(Deno.stat(path), Deno.errors.NotFound);
    for (const [text, sentence] of [["", /is empty/], ["\n", /is empty/], ["3f", /64 hex digits/]] as const) {
      await Deno.writeTextFile(path, text);
      for (const mayMake of [true, false]) await assert.rejects(load(path, mayMake), sentence);
      assert.equal(await Deno.readTextFile(path), text);
    }
  }));
