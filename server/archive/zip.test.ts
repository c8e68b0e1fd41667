import assert from "node:assert/strict";
import { crc32, deflateRawSync } from "node:zlib";
import { found, run, seeded, withFolder } from "./peer.testing.ts";
import { layout, segments, type ZipEntry, type ZipLayout } from "./zip.ts";
import { type OpenContent, PIECE_BYTES, readRange } from "./zip-read.ts";

const modified = new Date("2026-11-23T09:30:42Z");
const GIB = 2 ** 30;

const stored = (name: string, content: Uint8Array): ZipEntry => ({
  name,
  bytes: content.length,
  uncompressedBytes: content.length,
  crc32: crc32(content),
  method: 0,
  modified,
});

/** Content in chunks of uneven length, as a file or a network gives it. */
const openFrom = (contents: readonly Uint8Array[]): OpenContent => (entry, offset, length) =>
  ReadableStream.from(uneven(contents[entry].subarray(offset, offset + length)));

function* uneven(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0, size = 1; at < bytes.length; at += size, size = size * 3 % 70001 + 1) {
    yield bytes.subarray(at, at + size);
  }
}

const bytesOf = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array> =>
  new Uint8Array(await new Response(stream).arrayBuffer());

function sample(): { zip: ZipLayout; open: OpenContent; contents: readonly Uint8Array[] } {
  const random = seeded(7);
  const noise = (length: number) => Uint8Array.from({ length }, () => random() * 256);
  const text = new TextEncoder().encode("Gentile paziente, ".repeat(5000));
  const deflated = new Uint8Array(deflateRawSync(text));
  const plain = [noise(0), noise(1), noise(300_000), noise(PIECE_BYTES), noise(65_537)];
  const entries: ZipEntry[] = [
    ...plain.map((content, i) => stored(`DICOM/ST000001/IM00000${i}`, content)),
    { ...stored("LEGGIMI.TXT", text), bytes: deflated.length, method: 8 },
    { ...stored("Avvia.command", plain[1]), executable: true },
    stored("perché-日本.txt", plain[4]),
  ];
  const contents = [...plain, deflated, plain[1], plain[4]];
  return { zip: layout(entries), open: openFrom(contents), contents };
}

Deno.test("200 random ranges are slices of the whole", async () => {
  const { zip, open } = sample();
  const whole = await bytesOf(readRange(zip, { start: 0, end: zip.bytes, open }));
  assert.equal(whole.length, zip.bytes);
  const random = seeded(20261123);
  const headersAt = [...zip.localAt, ...zip.centralAt];
  for (let i = 0; i < 200; i++) {
    const near = headersAt[Math.floor(random() * headersAt.length)] + Math.floor(random() * 60) - 30;
    const first = Math.max(0, i % 2 ? near : Math.floor(random() * zip.bytes));
    const start = Math.min(first, zip.bytes);
    const end = i % 3 ? Math.min(zip.bytes, start + Math.floor(random() * 500)) : zip.bytes;
    const part = await bytesOf(readRange(zip, { start, end, open }));
    assert.deepEqual(part, whole.slice(start, end), `bytes ${start} to ${end}`);
  }
});

Deno.test("a cut download that is resumed has the bytes of an uncut one", async () => {
  const { zip, open } = sample();
  const whole = await bytesOf(readRange(zip, { start: 0, end: zip.bytes, open }));
  const reader = readRange(zip, { start: 0, end: zip.bytes, open }).getReader();
  const first = (await reader.read()).value ?? new Uint8Array(0);
  await reader.cancel();
  const kept = first.subarray(0, 100_001);
  const rest = await bytesOf(readRange(zip, { start: kept.length, end: zip.bytes, open }));
  assert.deepEqual(new Uint8Array([...kept, ...rest]), whole);
});

Deno.test("pieces are 256 KiB, read only when taken, and cancelling closes the content", async () => {
  const MIB = new Uint8Array(2 ** 20);
  let produced = 0;
  let closed = false;
  const open: OpenContent = async function* () {
    try {
      for (; produced < 64; produced++) yield MIB;
    } finally {
      closed = true;
    }
  };
  const zip = layout([{ ...stored("IM000001", MIB), bytes: 64 * MIB.length }]);
  const reader = readRange(zip, { start: 0, end: zip.bytes, open }).getReader();
  assert.equal(produced, 0);
  for (let i = 0; i < 5; i++) assert.equal((await reader.read()).value?.length, PIECE_BYTES);
  assert.ok(produced <= 2, `${produced} MiB were read for 1.25`);
  await reader.cancel();
  assert.ok(closed);
});

Deno.test("a content shorter or longer than announced fails the stream, it is never passed on", async () => {
  const zip = layout([stored("A", new Uint8Array(10))]);
  for (const length of [9, 11]) {
    const open = () => ReadableStream.from([new Uint8Array(length)]);
    await assert.rejects(bytesOf(readRange(zip, { start: 0, end: zip.bytes, open })), /not as long/);
  }
});

Deno.test("what open throws reaches the reader", async () => {
  const zip = layout([stored("A", new Uint8Array(10))]);
  const open = () => {
    throw new Error("the blob is damaged");
  };
  await assert.rejects(bytesOf(readRange(zip, { start: 0, end: zip.bytes, open })), /damaged/);
});

Deno.test("a stretch outside the archive is refused before anything is read", () => {
  const { zip, open } = sample();
  for (const [start, end] of [[-1, 5], [5, 4], [0, zip.bytes + 1], [NaN, 5], [0, NaN]]) {
    assert.throws(() => readRange(zip, { start, end, open }), RangeError);
    assert.throws(() => [...segments(zip, start, end)], RangeError);
  }
});

Deno.test("a range in one entry opens no other", async () => {
  const { zip, contents } = sample();
  const opened: [number, number, number][] = [];
  const open: OpenContent = (entry, offset, length) => {
    opened.push([entry, offset, length]);
    return openFrom(contents)(entry, offset, length);
  };
  const contentAt = zip.localAt[3] - 300_000;
  await bytesOf(readRange(zip, { start: contentAt + 1000, end: contentAt + 1010, open }));
  assert.deepEqual(opened, [[2, 1000, 10]]);
});

Deno.test({
  name: "unzip, 7z and python take the archive, names and execute bits included",
  ignore: !(found("unzip", "-v") && found("7z", "i") && found("/usr/bin/python3", "--version")),
  fn: () =>
    withFolder(async (folder) => {
      const { zip, open } = sample();
      const path = `${folder}/a.zip`;
      await Deno.writeFile(path, readRange(zip, { start: 0, end: zip.bytes, open }));
      assert.match(await run("unzip", ["-t", path]), /No errors detected/);
      assert.match(await run("7z", ["t", path]), /Everything is Ok/);
      const names = await run("/usr/bin/python3", [
        "-c",
        "import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\n" +
        "print(z.testzip(),ascii(z.namelist()[-1]),z.infolist()[0].date_time)",
        path,
      ]);
      assert.equal(names.trim(), `None 'perch\\xe9-\\u65e5\\u672c.txt' (2026, 11, 23, 9, 30, 42)`);
      await run("unzip", ["-q", path, "Avvia.command", "LEGGIMI.TXT", "-d", folder]);
      assert.equal((await Deno.stat(`${folder}/Avvia.command`)).mode! & 0o777, 0o755);
      assert.equal((await Deno.stat(`${folder}/LEGGIMI.TXT`)).mode! & 0o777, 0o644);
    }),
});

Deno.test({
  name: "70,000 entries are found again",
  ignore: !(found("unzip", "-v") && found("/usr/bin/python3", "--version")),
  fn: () =>
    withFolder(async (folder) => {
      const content = new TextEncoder().encode("x");
      const entries = Array.from({ length: 70_000 }, (_, i) => stored(`DICOM/IM${i}`, content));
      const zip = layout(entries);
      const path = `${folder}/many.zip`;
      const open: OpenContent = () => ReadableStream.from([content]);
      await Deno.writeFile(path, readRange(zip, { start: 0, end: zip.bytes, open }));
      assert.equal((await Deno.stat(path)).size, zip.bytes);
      await run("unzip", ["-tqq", path]);
      const script = "import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\n" +
        "print(len(z.namelist()),z.read('DICOM/IM69999'))";
      assert.equal((await run("/usr/bin/python3", ["-c", script, path])).trim(), "70000 b'x'");
    }),
});

Deno.test({
  name: "an entry over 4 GiB and one whose offset lies past it are found again",
  ignore: !(found("7z", "i") && found("/usr/bin/python3", "--version")),
  fn: () =>
    withFolder(async (folder) => {
      const tail = new TextEncoder().encode("behind four gibibytes");
      const large: ZipEntry = { ...stored("IM000001", tail), bytes: 5 * GIB, uncompressedBytes: 5 * GIB };
      const zip = layout([stored("A.TXT", tail), large, stored("Z.TXT", tail)]);
      assert.ok(zip.localAt[2] > 5 * GIB);

      const path = `${folder}/large.zip`;
      const file = await Deno.open(path, { write: true, create: true });
      await file.truncate(zip.bytes);
      let at = 0;
      for (const segment of segments(zip, 0, zip.bytes)) {
        if (!(segment instanceof Uint8Array) && segment.entry === 1) {
          at += segment.length; // a hole in the file, that reads as zeros
          continue;
        }
        const bytes = segment instanceof Uint8Array ? segment : tail;
        await file.seek(at, Deno.SeekMode.Start);
        at += await file.write(bytes);
      }
      file.close();
      assert.equal(at, zip.bytes);

      const script = "import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\n" +
        "print([i.file_size for i in z.infolist()],z.read('Z.TXT'),z.open('IM000001').read(3))";
      const seen = await run("/usr/bin/python3", ["-c", script, path]);
      assert.equal(seen.trim(), `[21, ${5 * GIB}, 21] b'behind four gibibytes' b'\\x00\\x00\\x00'`);
      assert.match(await run("7z", ["l", "-slt", path]), new RegExp(`Size = ${5 * GIB}`));
      assert.match(await run("7z", ["t", path, "A.TXT", "Z.TXT"]), /Everything is Ok/);

      const zeros = new Uint8Array(2 ** 20);
      const open: OpenContent = async function* (entry, offset, length) {
        if (entry !== 1) return yield tail.subarray(offset, offset + length);
        for (let left = length; left > 0; left -= zeros.length) yield zeros.subarray(0, left);
      };
      const start = zip.localAt[2] - 100;
      const part = await bytesOf(readRange(zip, { start, end: zip.bytes, open }));
      const whole = await Deno.open(path);
      await whole.seek(start, Deno.SeekMode.Start);
      assert.deepEqual(part, new Uint8Array(await new Response(whole.readable).arrayBuffer()));
    }),
});
