/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { deflateSync } from "fflate";
import { DicomError, type DicomErrorCode } from "./error.ts";
import { inflatedFile } from "./inflated-file.ts";
import { MAX_FILE } from "./limits.ts";
import { readPart10 } from "./part-10.ts";
import { readInstance } from "./read.ts";
import { Tag } from "./tags.ts";
import { CT_CLASS, fileOf, imageElements, imageFile, joined, raw } from "./bytes.testing.ts";
import { element, writeDataSet, writePart10 } from "./write.ts";

const IMPLICIT = "1.2.840.10008.1.2";
const BIG_ENDIAN = "1.2.840.10008.1.2.2";
const DEFLATED = "1.2.840.10008.1.2.1.99";
const text = (value: string) => new TextEncoder().encode(value);

function refuses(code: DicomErrorCode, bytes: Uint8Array) {
  assert.throws(() => readPart10(bytes), (error) => error instanceof DicomError && error.code === code);
}

const nameIn = (bytes: Uint8Array) => readPart10(bytes).dataSet.text(Tag.PatientName);

Deno.test("what is no DICOM is refused as such: nothing, text, other formats, a bare mark", () => {
  refuses("not-dicom", new Uint8Array(0));
  refuses("not-dicom", text("Referto: nella norma.".repeat(20)));
  refuses("not-dicom", joined(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), new Uint8Array(300)));
  refuses("not-dicom", new Uint8Array(400));
  refuses("not-dicom", text("%PDF-1.7 DICM"));
});

Deno.test("a file that ends in its mark, its meta information or right behind it is truncated", () => {
  const file = imageFile();
  for (const length of [132, 136, 150, 200, fileOf(new Uint8Array(0)).length]) {
    refuses("truncated", file.subarray(0, length));
  }
});

Deno.test("a file over the limit is refused before it is looked at", () => {
  const huge = { length: MAX_FILE + 1 } as unknown as Uint8Array;
  refuses("too-large", huge);
});

Deno.test("a DICOMDIR is told from an image by its class and by its records", () => {
  const sopClassUid = "1.2.840.10008.1.3.10";
  refuses("dicomdir", writePart10(imageElements(), { sopClassUid, sopInstanceUid: "2.25.1" }));
  refuses("dicomdir", imageFile([element(Tag.DirectoryRecordSequence, "SQ", [])]));
});

Deno.test("the encoding is what the first element shows, whatever the file is labelled", () => {
  const explicit = raw({ tag: Tag.PatientName, vr: "PN", value: "ROSSI " });
  const implicit = raw({ tag: Tag.PatientName, value: "ROSSI " });
  const big = raw({ tag: Tag.PatientName, vr: "PN", value: "ROSSI ", bigEndian: true });
  for (const label of [undefined, IMPLICIT, BIG_ENDIAN, "1.2.3.4"]) {
    for (const body of [explicit, implicit, big]) assert.equal(nameIn(fileOf(body, label)), "ROSSI");
  }
});

Deno.test("files without preamble, without meta information, or without both are read", () => {
  const file = imageFile([element(Tag.PatientName, "PN", "ROSSI")]);
  assert.equal(nameIn(file.subarray(128)), "ROSSI");
  assert.equal(nameIn(file.subarray(132)), "ROSSI");
  const bare = writeDataSet(imageElements(element(Tag.PatientName, "PN", "ROSSI")));
  assert.equal(nameIn(bare), "ROSSI");
  const read = readPart10(bare);
  assert.deepEqual([read.preamble, read.meta.tags.length, read.dataSetAt], [false, 0, 0]);
  assert.equal(read.transferSyntax.uid, "1.2.840.10008.1.2.1");
  const big = raw({ tag: Tag.SopClassUid, vr: "UI", value: `${CT_CLASS}\0`, bigEndian: true });
  assert.equal(readPart10(big).transferSyntax.uid, BIG_ENDIAN);
});

Deno.test("a preamble that is another format's header does not matter", () => {
  const file = imageFile();
  file.set(text("II*\0MZ"), 0);
  assert.equal(readInstance(file).instance.sopInstanceUid, "2.25.1");
});

Deno.test("a deflated data set is read, its pixels named, and given in the inflated file", () => {
  const pixels = Uint8Array.from({ length: 12 }, (_, i) => i);
  const plain = imageElements(element(Tag.PixelData, "OW", pixels), element(Tag.PatientName, "PN", "ROSSI"));
  const file = fileOf(deflateSync(writeDataSet(plain)), DEFLATED);
  const read = readInstance(file);
  assert.equal(read.patient.patientName, "ROSSI");
  assert.deepEqual([read.instance.pixels, read.instance.fault], [null, "pixels-deflated"]);
  assert.equal(read.instance.transferSyntaxUid, DEFLATED);
  const inflated = inflatedFile(file);
  const [[[at, length]]] = readInstance(inflated).instance.pixels!.frames;
  assert.deepEqual(inflated.slice(at, at + length), pixels);
  assert.equal(inflatedFile(inflated), inflated);
});

Deno.test("a data set that inflates without measure is refused before it fills the memory", () => {
  const zeros = new Uint8Array(80 * 2 ** 20);
  const bomb = deflateSync(joined(writeDataSet(imageElements()), zeros), { level: 1 });
  assert.ok(bomb.length < 2 ** 20);
  refuses("deflate-bomb", fileOf(bomb, DEFLATED));
});

Deno.test("a damaged or cut deflated data set is refused", () => {
  const body = deflateSync(writeDataSet(imageElements()));
  refuses("deflate-damaged", fileOf(body.subarray(0, body.length >> 1), DEFLATED));
  refuses("deflate-damaged", fileOf(new Uint8Array(100).fill(0xff), DEFLATED));
});
