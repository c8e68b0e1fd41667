import assert from "node:assert/strict";
import { found, run, withFolder } from "./peer.testing.ts";
import { layout, segments, type ZipEntry } from "./zip.ts";
import { bytesOf, sample, stored } from "./zip.testing.ts";
import { type OpenContent, readRange } from "./zip-read.ts";

const GIB = 2 ** 30;

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
