import assert from "node:assert/strict";
import { zipSync } from "fflate";
import { crc32 } from "node:zlib";
import { layout } from "../archive/zip.ts";
import { readRange } from "../archive/zip-read.ts";
import { type ImportFile, UnreadableFile, wholeOf } from "./file.ts";
import { filesInZip } from "./zip.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const utf8 = (value: string) => new TextEncoder().encode(value);

const zipFile = (bytes: Uint8Array): ImportFile => ({
  path: "x.zip",
  bytes: bytes.length,
  read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)),
});

async function contents(bytes: Uint8Array): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const file of await filesInZip(zipFile(bytes))) {
    found[file.path] = "refused" in file ? file.refused : await wholeOf(file).then(text, (error) => {
      assert.ok(error instanceof UnreadableFile, String(error));
      return "damaged";
    });
  }
  return found;
}

const refused = (error: unknown) => error instanceof UnreadableFile && error.message.length > 20;
const LONG = "una riga che si ripete\n".repeat(2000);
const sample = () => zipSync({ "a": utf8(LONG), "b/è": [utf8("stored"), { level: 0 }], "c": utf8("") });

/** Where the directory's record of an entry begins. */
const recordOf = (zip: Uint8Array, name: string): number => {
  for (let at = zip.length - 22; at >= 0; at--) {
    const isRecord = zip[at] === 0x50 && zip[at + 1] === 0x4b && zip[at + 2] === 1 && zip[at + 3] === 2;
    if (isRecord && text(zip.subarray(at + 46, at + 46 + zip[at + 28])) === name) return at;
  }
  throw new Error(`no record of ${name}`);
};

const changed = (zip: Uint8Array, at: number, write: (view: DataView, at: number) => void): Uint8Array => {
  const copy = zip.slice();
  write(new DataView(copy.buffer), at);
  return copy;
};

Deno.test("stored, deflated and empty entries come out as they went in", async () => {
  assert.deepEqual(await contents(sample()), { "x.zip/a": LONG, "x.zip/b/è": "stored", "x.zip/c": "" });
  assert.deepEqual(await contents(zipSync({})), {});
});

Deno.test("the beginning of an entry is read without the rest of it", async () => {
  const [file] = await filesInZip(zipFile(sample()));
  assert.ok(!("refused" in file));
  assert.equal(text(await file.read(0, 22)), LONG.slice(0, 22));
});

Deno.test("an archive with more entries than 16 bits count is read whole", async () => {
  const one = {
    bytes: 1,
    uncompressedBytes: 1,
    crc32: crc32("x"),
    method: 0,
    modified: new Date(0),
  } as const;
  const entries = Array.from({ length: 66_000 }, (_, i) => ({ name: `${i}`, ...one }));
  const zip = layout(entries);
  const open = () => ReadableStream.from([utf8("x")]);
  const bytes = new Uint8Array(
    await new Response(readRange(zip, { start: 0, end: zip.bytes, open })).arrayBuffer(),
  );
  const files = await filesInZip(zipFile(bytes));
  assert.equal(files.length, 66_000);
  const last = files[65_999];
  assert.ok(!("refused" in last));
  assert.deepEqual([last.path, text(await wholeOf(last))], ["x.zip/65999", "x"]);
});

Deno.test("an archive cut anywhere is refused as a whole", async () => {
  const zip = sample();
  for (const length of [4, 30, zip.length >> 1, zip.length - 30, zip.length - 1]) {
    await assert.rejects(filesInZip(zipFile(zip.subarray(0, length))), refused, String(length));
  }
});

Deno.test("no byte of an archive can be changed so that it throws anything else, or gives other content", async () => {
  const zip = zipSync({ "a": utf8(LONG), "b": [utf8("stored"), { level: 0 }] });
  for (let at = 0; at < zip.length; at++) {
    const broken = zip.slice();
    broken[at] ^= 0x55;
    try {
      for (const content of Object.values(await contents(broken))) {
        const isKnown = ["", "stored", LONG].includes(content) || /^(damaged|It is|It expands)/.test(content);
        assert.ok(isKnown, `byte ${at}: ${content.slice(0, 50)}`);
      }
    } catch (error) {
      assert.ok(error instanceof UnreadableFile, `byte ${at}: ${error}`);
    }
  }
});

Deno.test("an entry that unpacks to more than it said is stopped there", async () => {
  const zip = sample();
  const lying = changed(zip, recordOf(zip, "a"), (view, at) => view.setUint32(at + 24, 100, true));
  assert.equal((await contents(lying))["x.zip/a"], "damaged");
});

Deno.test("what expands a hundredfold and more is no image", async () => {
  const zip = sample();
  const huge = changed(zip, recordOf(zip, "a"), (view, at) => view.setUint32(at + 24, 0x7fffffff, true));
  assert.match((await contents(huge))["x.zip/a"], /expands too far/);
});

Deno.test("entries that share bytes are refused: a small archive could expand without end", async () => {
  const zip = zipSync({ "a": [utf8("same"), { level: 0 }], "b": [utf8("same"), { level: 0 }] });
  const shared = changed(zip, recordOf(zip, "b"), (view, at) => view.setUint32(at + 42, 0, true));
  await assert.rejects(filesInZip(zipFile(shared)), refused);
});

Deno.test("encrypted entries, links and unknown ways of packing are named", async () => {
  const zip = sample();
  const at = recordOf(zip, "a");
  const cases: [(view: DataView, at: number) => void, RegExp][] = [
    [(view, at) => view.setUint16(at + 8, 1, true), /encrypted/],
    [(view, at) => view.setUint16(at + 10, 93, true), /packed in a way/],
    [(view, at) => view.setUint32(at + 38, 0o120777 * 0x10000, true), /a link/],
  ];
  for (const [write, reason] of cases) {
    assert.match((await contents(changed(zip, at, write)))["x.zip/a"], reason);
  }
});
