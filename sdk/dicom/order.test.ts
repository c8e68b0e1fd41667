/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { type Orderable, orderInstances } from "./order.ts";

const AXIAL = [1, 0, 0, 0, 1, 0];
const SAGITTAL = [0, 1, 0, 0, 0, -1];

function slice(uid: string, number: number | null, place?: readonly number[], axes = AXIAL): Orderable {
  const [x, y, z] = place ?? [];
  const pixels = place ? { imagePosition: [x, y, z] as const, imageOrientation: axes } : null;
  return { sopInstanceUid: uid, instanceNumber: number, pixels };
}

const ordered = (...instances: Orderable[]) =>
  orderInstances(instances).map(({ sopInstanceUid }) => sopInstanceUid).join("");

Deno.test("slices lie along the normal, whatever their numbers say", () => {
  assert.equal(ordered(slice("a", 1, [0, 0, 9]), slice("b", 2, [0, 0, -4]), slice("c", 3, [0, 0, 2])), "bca");
  // The normal of a sagittal plane points to the patient's right.
  const sagittal = (uid: string, x: number) => slice(uid, 1, [x, 5, 5], SAGITTAL);
  assert.equal(ordered(sagittal("a", -3), sagittal("b", 8)), "ba");
});

Deno.test("one other orientation, as a scout's, puts the series in the order of its numbers", () => {
  const scout = slice("s", 1, [0, 0, 0], SAGITTAL);
  assert.equal(ordered(slice("a", 3, [0, 0, 1]), slice("b", 2, [0, 0, 2]), scout), "sba");
});

Deno.test("cosines rounded differently are still one orientation", () => {
  const nearly = [0.9999, 0.0001, 0, -0.0001, 0.9999, 0];
  assert.equal(ordered(slice("a", 1, [0, 0, 2]), slice("b", 2, [0, 0, 1], nearly)), "ba");
});

Deno.test("without geometry the number decides, then the UID, and those without a number come last", () => {
  assert.equal(ordered(slice("c", null), slice("b", 10), slice("a", 9), slice("d", 10)), "abdc");
});

Deno.test("instances without pixels come behind the slices", () => {
  assert.equal(ordered(slice("r", 0), slice("a", 1, [0, 0, 2]), slice("b", 2, [0, 0, 1])), "bar");
});

Deno.test("phases over the same places keep the order of their numbers", () => {
  const places = [1, 2, 3, 1, 2, 3].map((z, i) => slice(String(i), i, [0, 0, z]));
  assert.equal(ordered(...places), "012345");
});

Deno.test("orderInstances() leaves the list it was given alone", () => {
  const list = [slice("b", 2), slice("a", 1)];
  orderInstances(list);
  assert.equal(list[0].sopInstanceUid, "b");
});
