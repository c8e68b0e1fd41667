import assert from "node:assert/strict";
import { buildDicomdir, type FileSetDirectory } from "./dicomdir.ts";
import { recordType } from "./dicomdir-keys.ts";
import { CLASSES, sampleMedium, writeMedium } from "./medium.testing.ts";
import { mediumFiles } from "./medium.ts";
import { found, run, withFolder } from "./peer.testing.ts";

const PYTHON = "/usr/bin/python3";

const directory = (of: Partial<FileSetDirectory> = {}): Uint8Array<ArrayBuffer> =>
  buildDicomdir({ fileSetId: "TEST", sopInstanceUid: "2.25.1", studies: [], ...of });

/** Follows the links as a reader does and returns each record's level, type and offset. */
function walk(file: Uint8Array<ArrayBuffer>): { level: number; type: string; at: number }[] {
  const view = new DataView(file.buffer);
  const at = (tag: number): number => {
    for (let i = 132; i < file.length - 8; i += 2) {
      if ((view.getUint16(i, true) << 16 | view.getUint16(i + 2, true)) === tag) return i + 8;
    }
    throw new Error("no such element");
  };
  const seen: { level: number; type: string; at: number }[] = [];
  const follow = (first: number, level: number): void => {
    for (let record = first; record !== 0; record = view.getUint32(record + 16, true)) {
      assert.equal(view.getUint32(record, true), 0xe000fffe, "a link leads to an item");
      const length = view.getUint16(record + 48, true);
      const type = new TextDecoder().decode(file.subarray(record + 50, record + 50 + length)).trim();
      seen.push({ level, type, at: record });
      follow(view.getUint32(record + 38, true), level + 1);
    }
  };
  follow(view.getUint32(at(0x00041200), true), 0);
  const roots = seen.filter(({ level }) => level === 0);
  assert.equal(view.getUint32(at(0x00041202), true), roots.at(-1)?.at ?? 0);
  return seen;
}

Deno.test("every link leads to the right record", () => {
  const { studies, ...medium } = sampleMedium();
  const made = mediumFiles({ ...medium, studies }).find(({ name }) => name === "DICOMDIR");
  assert.ok(made && "made" in made);
  const seen = walk(made.made);
  const levels = ["PATIENT", "STUDY", "SERIES"];
  for (const { level, type } of seen) assert.equal(levels.indexOf(type), level < 3 ? level : -1);
  const of = (type: string) => seen.filter((record) => record.type === type).length;
  assert.deepEqual([of("PATIENT"), of("STUDY"), of("SERIES")], [2, 3, 2 + CLASSES.length]);
  assert.equal(seen.filter(({ level }) => level === 3).length, 3 + CLASSES.length);
});

Deno.test("a directory without records has no links", () => {
  assert.deepEqual(walk(directory()), []);
});

Deno.test("each kind of object has the record type the standard names", () => {
  const types = CLASSES.map((sopClass) => recordType(`1.2.840.10008.5.1.4.1.1.${sopClass}`));
  assert.deepEqual(types, [
    "IMAGE",
    "IMAGE",
    "IMAGE",
    "IMAGE",
    "ENCAP DOC",
    "SR DOCUMENT",
    "KEY OBJECT DOC",
    "PRESENTATION",
    "WAVEFORM",
    "RT DOSE",
    "RT STRUCTURE SET",
    "RT PLAN",
    "RT TREAT RECORD",
    "SPECTROSCOPY",
    "RAW DATA",
    "REGISTRATION",
    "FIDUCIAL",
    "SURFACE",
    "VALUE MAP",
    "SURFACE SCAN",
    "STEREOMETRIC",
    "MEASUREMENT",
  ]);
  assert.equal(recordType("1.3.46.670589.11.0.0.12.1"), "PRIVATE");
  assert.equal(recordType("1.2.840.10008.5.1.4.34.7"), "PLAN");
  assert.equal(recordType("1.2.840.10008.5.1.4.1.1.481.12"), "RADIOTHERAPY");
  assert.equal(recordType("1.2.840.10008.5.1.4.1.1.77.1.5.4"), "IMAGE");
});

Deno.test("hostile and missing keys do not spoil the directory", () => {
  const hostile = {
    Modality: "ct\u0000",
    SeriesNumber: "1e99",
    SeriesInstanceUID: "x",
    SeriesDescription: [],
  };
  const bytes = directory({
    studies: [{
      patient: { PatientID: [], PatientName: "\\^=" },
      keys: { StudyDate: "morgen", StudyTime: "25", StudyDescription: "x".repeat(70_000).slice(0, 60_000) },
      series: [{ keys: hostile, instances: [] }],
    }],
  });
  assert.equal(walk(bytes).length, 3);
  assert.match(new TextDecoder().decode(bytes), /19000101/);
});

Deno.test({
  name: "dcmtk and dicom3tools read the directory, and its files are there",
  ignore: !(found("dcmdump", "--version") && found("dcdirdmp", "-version") && found("dciodvfy", "-version")),
  fn: () =>
    withFolder(async (folder) => {
      const medium = sampleMedium();
      await writeMedium(folder, mediumFiles(medium), medium.contents);
      const dump = await run("dcmdump", ["+U8", "-q", `${folder}/DICOMDIR`]);
      assert.match(dump, /Yamada\^Tarou=山田\^太郎=やまだ\^たろう/);
      assert.match(dump, /Niccolò\^Perché/);
      const fileIds = [...dump.matchAll(/\(0004,1500\) CS \[([^\]]+)\]/g)].map(([, id]) =>
        id.trim().split("\\")
      );
      assert.equal(fileIds.length, 3 + CLASSES.length);
      for (const id of fileIds) assert.ok((await Deno.stat(`${folder}/${id.join("/")}`)).isFile);
      const tree = await run("dcdirdmp", [`${folder}/DICOMDIR`]);
      assert.doesNotMatch(tree, /error/i);
      for (const type of ["PATIENT", "STUDY", "SERIES", "IMAGE"]) assert.match(tree, new RegExp(type));
      const verdict = await run("dciodvfy", [`${folder}/DICOMDIR`], [0, 1]);
      const errors = verdict.split("\n").filter((line) => /^Error/.test(line));
      // Debian's dicom3tools is older than this record type (PS3.3 §F.5.38).
      assert.deepEqual(errors.filter((line) => !line.includes("<SURFACE SCAN>")), []);
    }),
});

Deno.test({
  name: "pydicom's FileSet finds every object by its record, and opens its file",
  ignore: !found(PYTHON, "-c", "import pydicom.fileset"),
  fn: () =>
    withFolder(async (folder) => {
      const medium = sampleMedium();
      await writeMedium(folder, mediumFiles(medium), medium.contents);
      const script = `
import sys, warnings
warnings.simplefilter("error", UserWarning)
from pydicom.fileset import FileSet
fs = FileSet(sys.argv[1])
print(len(fs), fs.ID)
for i in fs:
    assert i.load().SOPInstanceUID == i.ReferencedSOPInstanceUIDInFile
print(ascii(fs.find_values("PatientName")))
`;
      const seen = await run(PYTHON, ["-c", script, `${folder}/DICOMDIR`]);
      assert.match(seen, new RegExp(`^${3 + CLASSES.length} TUODOSSIER_1`));
      assert.match(seen, /Niccol\\xf2\^Perch\\xe9/);
    }),
});
