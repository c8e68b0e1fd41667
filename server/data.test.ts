import assert from "node:assert/strict";
import { openData } from "./data.ts";

const KEY = "ab".repeat(32);

async function inFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const root = await Deno.makeTempDir({ prefix: "tuo-" });
  try {
    await test(`${root}/data`);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

const open = (data: string, facts: { masterKey?: string; mayMake?: boolean } = {}) =>
  openData({ data, masterKey: null, baseUrl: "http://localhost:1", ...facts }, Date.now);
const isThere = (path: string) => Deno.stat(path).then(() => true, () => false);

Deno.test("who may not make a portal makes nothing, not even the folder", () =>
  inFolder(async (folder) => {
    await assert.rejects(open(folder, { mayMake: false }), /There is no portal in the data folder/);
    assert.equal(await isThere(folder), false);
    await Deno.mkdir(folder);
    await assert.rejects(open(folder, { mayMake: false }), /There is no portal in the data folder/);
    assert.deepEqual(Array.from(Deno.readDirSync(folder)), []);
    await (await open(folder)).close();
    await (await open(folder, { mayMake: false })).close();
  }));

Deno.test("a master key is never made beside data, and another one is told as such", () =>
  inFolder(async (folder) => {
    await (await open(folder)).close();
    const path = `${folder}/master.key`;
    const key = await Deno.readTextFile(path);
    await Deno.remove(path);
    await assert.rejects(open(folder), /master key of these data is missing/);
    assert.equal(await isThere(path), false);
    await assert.rejects(open(folder, { masterKey: KEY }), /sealed with another key/);
    await (await open(folder, { masterKey: key.trim() })).close();
    await Deno.writeTextFile(path, "");
    await assert.rejects(open(folder), /is empty/);
    await Deno.writeTextFile(path, key);
    await (await open(folder)).close();
  }));

Deno.test("a folder that another works on is told before anything is done in it", () =>
  inFolder(async (folder) => {
    const first = await open(folder);
    await Deno.remove(`${folder}/master.key`);
    await assert.rejects(open(folder), { name: "HeldFolder" });
    await first.close();
  }));
