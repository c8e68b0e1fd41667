/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { imageElements, imageFile } from "./bytes.testing.ts";
import { MAX_TEXT } from "./limits.ts";
import { readInstance } from "./read.ts";
import { Tag } from "./tags.ts";
import { type DataElement, element, writePart10 } from "./write.ts";

const STORAGE = "1.2.840.10008.5.1.4.1.1.";
const read = (...others: DataElement[]) => readInstance(imageFile(others));

Deno.test("readInstance() gives patient, study, series and instance as the house keeps them", () => {
  const bytes = writePart10(
    imageElements(
      element(Tag.SpecificCharacterSet, "CS", "ISO_IR 192"),
      element(Tag.PatientName, "PN", "ROSSI^NICOLÒ"),
      element(Tag.PatientId, "LO", "PAT-1"),
      element(Tag.PatientBirthDate, "DA", "19800101"),
      element(Tag.PatientSex, "CS", "M"),
      element(Tag.AccessionNumber, "SH", "AQ111870/2025P2"),
      element(Tag.StudyDate, "DA", "20250314"),
      element(Tag.StudyTime, "TM", "093015.123"),
      element(Tag.StudyDescription, "LO", "TC TORACE"),
      element(Tag.StudyId, "SH", "7"),
      element(Tag.ReferringPhysicianName, "PN", "BIANCHI^ADA^^DR"),
      element(Tag.SeriesNumber, "IS", "3"),
      element(Tag.SeriesDescription, "LO", "1.0 B70f"),
      element(Tag.BodyPartExamined, "CS", "CHEST"),
      element(Tag.InstanceNumber, "IS", " 12 "),
      element(Tag.InstitutionName, "LO", "Clinica Aurora"),
      element(Tag.Laterality, "CS", "L"),
      element(Tag.ProtocolName, "LO", "Torace"),
    ),
    { sopClassUid: `${STORAGE}2`, sopInstanceUid: "2.25.1", sourceAe: "CT01" },
  );
  const { patient, study, series, instance, sourceAe, institutionName, file } = readInstance(bytes);
  assert.deepEqual(patient, {
    patientId: "PAT-1",
    patientName: "ROSSI NICOLÒ",
    birthDate: "1980-01-01",
    sex: "M",
  });
  assert.deepEqual(study, {
    studyInstanceUid: "2.25.2",
    accessionNumber: "AQ111870/2025P2",
    studyDate: "2025-03-14",
    studyTime: "09:30",
    studyDescription: "TC TORACE",
    studyId: "7",
    referringPhysician: "DR BIANCHI ADA",
  });
  assert.deepEqual(series, {
    seriesInstanceUid: "2.25.3",
    modality: "CT",
    seriesNumber: 3,
    seriesDescription: "1.0 B70f",
    bodyPart: "CHEST",
  });
  assert.deepEqual([sourceAe, institutionName], ["CT01", "Clinica Aurora"]);
  assert.deepEqual([instance.instanceNumber, instance.kind, instance.fault], [12, "image", null]);
  assert.deepEqual(instance.annotations, ["L", "CHEST", "Torace"]);
  assert.deepEqual([file.preamble, file.meta, file.madeUids], [true, true, []]);
});

Deno.test("dates and times that are none are unknown, not invented", () => {
  const { study } = read(element(Tag.StudyDate, "DA", "20250230"), element(Tag.StudyTime, "TM", "25"));
  assert.deepEqual([study.studyDate, study.studyTime], [null, null]);
  const old = read(element(Tag.StudyDate, "LO", "1997.04.30"), element(Tag.StudyTime, "LO", "11:27:49"));
  assert.deepEqual([old.study.studyDate, old.study.studyTime], ["1997-04-30", "11:27"]);
});

Deno.test("texts are one line of bounded length", () => {
  const { study } = read(element(Tag.StudyDescription, "UT", `a\r\n\0b\x1b[31m${"x".repeat(70_000)}`));
  assert.equal(study.studyDescription.length, MAX_TEXT);
  assert.match(study.studyDescription, /^a b\[31mx+$/);
});

Deno.test("a file without UIDs gets the same ones at every reading, and says that they are made", () => {
  const bare = (...others: DataElement[]) => {
    const missing: readonly number[] = [Tag.SopInstanceUid, Tag.StudyInstanceUid, Tag.SeriesInstanceUid];
    const kept = imageElements(...others).filter(({ tag }) => !missing.includes(tag));
    return writePart10(kept, { sopClassUid: `${STORAGE}2`, sopInstanceUid: "" });
  };
  const date = element(Tag.StudyDate, "DA", "20250314");
  const first = readInstance(bare(date, element(Tag.InstanceNumber, "IS", "1")));
  const second = readInstance(bare(date, element(Tag.InstanceNumber, "IS", "2")));
  const other = readInstance(bare(element(Tag.StudyDate, "DA", "20250315")));
  assert.deepEqual(first.file.madeUids, ["study", "series", "instance"]);
  assert.deepEqual(readInstance(bare(date, element(Tag.InstanceNumber, "IS", "1"))).instance, first.instance);
  assert.notEqual(first.instance.sopInstanceUid, second.instance.sopInstanceUid);
  assert.equal(first.study.studyInstanceUid, second.study.studyInstanceUid);
  assert.equal(first.series.seriesInstanceUid, second.series.seriesInstanceUid);
  assert.notEqual(first.study.studyInstanceUid, other.study.studyInstanceUid);
  for (const uid of [first.study.studyInstanceUid, first.instance.sopInstanceUid]) {
    assert.match(uid, /^2\.25\.(0|[1-9]\d{0,38})$/);
  }
});

Deno.test("undated files without UIDs are studies of their own, never one heap", () => {
  const undated = (number: string) =>
    readInstance(
      writePart10([element(Tag.PatientId, "LO", "1"), element(Tag.InstanceNumber, "IS", number)], {
        sopClassUid: `${STORAGE}2`,
        sopInstanceUid: "",
      }),
    ).study.studyInstanceUid;
  assert.notEqual(undated("1"), undated("2"));
});

Deno.test("kinds are told by content, then by SOP class", () => {
  const kindOf = (sopClassUid: string, ...elements: DataElement[]) =>
    readInstance(writePart10(elements, { sopClassUid, sopInstanceUid: "2.25.1" })).instance;
  const some = element(Tag.Modality, "CS", "OT");
  assert.equal(kindOf(`${STORAGE}104.1`, some).kind, "pdf");
  assert.equal(kindOf(`${STORAGE}88.11`, some).kind, "report");
  assert.equal(kindOf(`${STORAGE}88.59`, some).kind, "other");
  assert.equal(kindOf(`${STORAGE}9.1.1`, some).kind, "waveform");
  assert.equal(kindOf(`${STORAGE}481.3`, some).kind, "other");
  const empty = kindOf(`${STORAGE}2`, some, element(Tag.Rows, "US", 4));
  assert.deepEqual([empty.kind, empty.pixels, empty.fault], ["image", null, "no-pixels"]);
  assert.deepEqual(kindOf(`${STORAGE}104.1`, some).fault, null);
});
