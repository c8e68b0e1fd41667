import assert from "node:assert/strict";
import { DicomError, element, type ReadInstance, readInstance, writePart10 } from "@tuodossier/sdk/dicom";
import { corpus, corpusBytes, hasCorpus } from "../../tests/corpus.ts";
import { pickKeys } from "./dicomdir-pick.ts";
import { type Contents, keep, sampleMedium, writeMedium } from "./medium.testing.ts";
import { mediumFiles, type MediumStudy } from "./medium.ts";
import { found, run, withFolder } from "./peer.testing.ts";

const SR = "1.2.840.10008.5.1.4.1.1.88.11";

Deno.test("keys come as the file has them, in Unicode, sequences included", () => {
  const code = [element(0x00080100, "SH", "18748-4"), element(0x00080104, "LO", "Referto")];
  const item = (relation: string) => [
    element(0x0040a010, "CS", relation),
    element(0x0040a043, "SQ", [code]),
    element(0x0040a160, "UT", "diagnosi"),
  ];
  const bytes = writePart10([
    element(0x00080005, "CS", "ISO_IR 100"),
    element(0x00100010, "PN", new Uint8Array([0x4e, 0x69, 0x63, 0x63, 0x6f, 0x6c, 0xf2])),
    element(0x0040a491, "CS", "COMPLETE"),
    element(0x0040a493, "CS", "VERIFIED"),
    element(0x0040a073, "SQ", [
      [element(0x0040a030, "DT", "20241125")],
      [element(0x0040a030, "DT", "20241126")],
    ]),
    element(0x0040a043, "SQ", [code]),
    element(0x0040a730, "SQ", [item("CONTAINS"), item("HAS CONCEPT MOD")]),
  ], { sopClassUid: SR, sopInstanceUid: "2.25.9" });
  const { patient, instance } = pickKeys(readInstance(bytes));
  assert.equal(patient.PatientName, "Niccolò");
  assert.equal(instance.VerificationDateTime, "20241126");
  assert.deepEqual(instance.ConceptNameCodeSequence, [{ CodeValue: "18748-4", CodeMeaning: "Referto" }]);
  const content = instance.ContentSequence as { RelationshipType: string }[];
  assert.deepEqual(content.map(({ RelationshipType }) => RelationshipType), ["HAS CONCEPT MOD"]);
});

Deno.test("a verified report that does not say when is listed as unverified", () => {
  const verified = [element(0x0040a493, "CS", "VERIFIED")];
  const read = readInstance(writePart10(verified, { sopClassUid: SR, sopInstanceUid: "2.25.9" }));
  assert.equal(pickKeys(read).instance.VerificationFlag, "UNVERIFIED");
});

const PYTHON = "/usr/bin/python3";

Deno.test({
  name: "one medium of the whole corpus: dcmtk, dicom3tools and pydicom find every file of it",
  ignore: !(hasCorpus && found("dcmdump", "--version") && found("dcdirdmp", "-version") &&
    found(PYTHON, "-c", "import pydicom.fileset")),
  fn: () =>
    withFolder(async (folder) => {
      const contents: Contents = new Map();
      const studies = await corpusStudies(contents);
      const medium = { ...sampleMedium(), studies, reports: [] };
      await writeMedium(folder, mediumFiles(medium), contents);
      const dump = await run("dcmdump", ["+U8", "-q", "-M", `${folder}/DICOMDIR`]);
      const fileIds = [...dump.matchAll(/\(0004,1500\) CS \[([^\]]+)\]/g)].map(([, id]) => id.trim());
      assert.equal(fileIds.length, contents.size);
      assert.doesNotMatch(await run("dcdirdmp", [`${folder}/DICOMDIR`]), /error/i);
      const script = `
import sys
from pydicom.fileset import FileSet
from pydicom import dcmread
fs = FileSet(sys.argv[1])
print(len(fs))
for i in fs:
    try:
        uid = dcmread(i.path, force=True, stop_before_pixels=True).get("SOPInstanceUID")
    except Exception:
        open(i.path).close()
        continue
    if uid and uid != i.ReferencedSOPInstanceUIDInFile: print("another", uid)
`;
      const seen = await run(PYTHON, ["-W", "ignore", "-c", script, `${folder}/DICOMDIR`]);
      assert.equal(seen.trim(), String(contents.size));
    }),
});

/** The corpus as studies; of files with one UID the first, as a file-set has each object once. */
async function corpusStudies(contents: Contents): Promise<MediumStudy[]> {
  const reads: { read: ReadInstance; bytes: Uint8Array<ArrayBuffer> }[] = [];
  const seen = new Set<string>();
  for (const { file } of corpus.files) {
    const bytes = corpusBytes(file);
    const read = readable(bytes);
    if (!read || read.instance.sopClassUid === "" || seen.has(read.instance.sopInstanceUid)) continue;
    seen.add(read.instance.sopInstanceUid);
    reads.push({ read, bytes });
  }
  const byStudy = Map.groupBy(
    reads,
    ({ read }) => `${read.study.studyInstanceUid} ${read.patient.patientId}`,
  );
  return [...byStudy.values()].map((ofStudy) => ({
    patient: pickKeys(ofStudy[0].read).patient,
    keys: pickKeys(ofStudy[0].read).study,
    series: [...Map.groupBy(ofStudy, ({ read }) => read.series.seriesInstanceUid).values()].map((
      ofSeries,
    ) => ({
      keys: pickKeys(ofSeries[0].read).series,
      instances: ofSeries.map(({ read, bytes }) => ({
        sopClassUid: read.instance.sopClassUid,
        sopInstanceUid: read.instance.sopInstanceUid,
        transferSyntaxUid: read.instance.transferSyntaxUid,
        keys: pickKeys(read).instance,
        file: keep(contents, read.instance.sopInstanceUid, bytes),
      })),
    })),
  }));
}

function readable(bytes: Uint8Array<ArrayBuffer>): ReadInstance | null {
  try {
    return readInstance(bytes);
  } catch (error) {
    if (error instanceof DicomError) return null;
    throw error;
  }
}
