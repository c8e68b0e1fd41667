import assert from "node:assert/strict";
import { planVolumes, type SourceStudy } from "./plan.ts";

const MIB = 2 ** 20;
const file = (blob: string, mib: number) => ({ blob, bytes: mib * MIB, crc32: 0, sha256: "" });
const report = (id: string) => ({ id, title: id, date: "2024-11-25", file: file(id, 1) });
const study = (id: string, series: Record<string, number>[]): SourceStudy => ({
  id,
  patient: {},
  keys: {},
  series: series.map((instances) => ({
    keys: {},
    instances: Object.entries(instances).map(([name, mib]) => ({
      sopClassUid: "1.2",
      sopInstanceUid: name.split("/")[0],
      transferSyntaxUid: "1.2.840.10008.1.2.1",
      keys: {},
      file: file(name, mib),
    })),
  })),
});
const names = (volumes: ReturnType<typeof planVolumes>) =>
  volumes.map(({ reports, studies }) => [
    ...reports.map(({ id }) => id),
    ...studies.map(({ id, series }) => [
      id,
      ...series.map(({ instances }) => instances.map((one) => one.file.blob).join(" ")),
    ]),
  ]);

Deno.test("without a limit all is in one volume, reports and studies as they came", () => {
  const contents = {
    reports: [report("r1"), report("r2")],
    studies: [study("a", [{ 1: 500, 2: 500 }, { 3: 900 }])],
  };
  assert.deepEqual(names(planVolumes(contents, "unlimited")), [["r1", "r2", ["a", "1 2", "3"]]]);
});

Deno.test("a divided study is in each volume as itself", () => {
  const contents = {
    reports: [report("r1")],
    studies: [study("a", [{ 1: 400, 2: 400, 3: 100 }, { 4: 100 }])],
  };
  assert.deepEqual(names(planVolumes(contents, "cd")), [["r1", ["a", "1"]], [["a", "2 3", "4"]]]);
});

Deno.test("objects of one UID with different bytes are all there, in different volumes", () => {
  const contents = {
    reports: [report("r1")],
    studies: [study("a", [{ "1/x": 1, "1/y": 1, "2/x": 1 }]), study("b", [{ "1/z": 1 }])],
  };
  assert.deepEqual(names(planVolumes(contents, "unlimited")), [
    ["r1", ["a", "1/x 2/x"]],
    [["a", "1/y"]],
    [["b", "1/z"]],
  ]);
});

Deno.test("nothing makes no volume, reports alone make one", () => {
  assert.deepEqual(planVolumes({ reports: [], studies: [study("a", [])] }, "cd"), []);
  assert.deepEqual(names(planVolumes({ reports: [report("r1")], studies: [] }, "cd")), [["r1"]]);
});
