/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import type { Document, Study } from "@tuodossier/sdk";
import { contentsOf, firstChoice, reportsOf, requestOf } from "./choice.ts";

const study = (id: string, more: Partial<Study> = {}): Study => ({
  id,
  state: "available",
  accession: null,
  date: null,
  time: null,
  description: "",
  modalities: [],
  sourceAe: null,
  facility: "",
  series: [],
  bytes: 1000,
  ...more,
});
const report = (id: string, accession: string | null) => ({ id, accession, contentBytes: 10 }) as Document;

Deno.test("what is not there yet is neither ticked nor asked for, even when its id is chosen", () => {
  const studies = [study("a"), study("b", { state: "preparing" }), study("c", { state: "unavailable" })];
  assert.deepEqual([...firstChoice(studies).studies], ["a"]);
  const choice = { ...firstChoice(studies), studies: new Set(["a", "b", "c", "unknown"]) };
  assert.deepEqual(requestOf(contentsOf({ studies, reports: [] }, choice), "cd"), {
    studies: ["a"],
    documents: [],
    volumeSize: "cd",
  });
});

Deno.test("reports follow their study by accession; none without one belongs to a study without one", () => {
  const studies = [study("a", { accession: "AQ1/2025" }), study("b")];
  const reports = [
    report("1", "AQ1/2025"),
    report("2", null),
    report("3", "AQ2/2025"),
    report("4", "AQ1/2025"),
  ];
  const { own, others } = reportsOf(studies, reports);
  assert.deepEqual(own.map(({ id }) => id), ["1", "4"]);
  assert.deepEqual(others.map(({ id }) => id), ["2", "3"]);
});

Deno.test("unticking a study leaves its reports behind; the others go only when asked for", () => {
  const studies = [study("a", { accession: "A" }), study("b", { accession: "B" })];
  const shelf = { studies, reports: [report("1", "A"), report("2", "B"), report("3", "C")] };
  const ids = (choice: Parameters<typeof contentsOf>[1]) =>
    contentsOf(shelf, choice).reports.map(({ id }) => id);
  const all = firstChoice(studies);
  assert.deepEqual(ids(all), ["1", "2"]);
  assert.deepEqual(ids({ ...all, studies: new Set(["b"]) }), ["2"]);
  assert.deepEqual(ids({ ...all, reports: false }), []);
  assert.deepEqual(ids({ ...all, studies: new Set(["b"]), others: true }), ["2", "1", "3"]);
  assert.equal(contentsOf(shelf, { ...all, others: true }).bytes, 2030);
});
