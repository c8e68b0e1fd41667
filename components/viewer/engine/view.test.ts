/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { directionLetters, edgesOf } from "./geometry.ts";
import {
  atFullSize,
  FITTED,
  flipped,
  type Frame,
  imageToCanvas,
  inverse,
  scaleOf,
  turned,
  zoomed,
} from "./view.ts";

const frame: Frame = { width: 800, height: 400, columns: 100, rows: 100, aspect: 1 };
const at = (view: typeof FITTED, x: number, y: number, place = frame) => {
  const { a, b, c, d, e, f } = imageToCanvas(view, place);
  return [a * x + c * y + e, b * x + d * y + f].map((value) => Math.round(value * 1000) / 1000);
};

Deno.test("a fitted image is whole and in the middle", () => {
  assert.deepEqual(at(FITTED, 0, 0), [200, 0]);
  assert.deepEqual(at(FITTED, 100, 100), [600, 400]);
});

Deno.test("pixels that are not square take their real shape", () => {
  const flat = { ...frame, aspect: 0.5 };
  assert.deepEqual([at(FITTED, 0, 0, flat), at(FITTED, 100, 100, flat)], [[0, 0], [800, 400]]);
});

Deno.test("a quarter turn is clockwise: the image's top left comes to the top right", () => {
  assert.deepEqual(at(turned(FITTED), 0, 0), [600, 0]);
});

Deno.test("mirroring is left to right on the screen, also when turned", () => {
  const view = flipped(turned(FITTED), "horizontal");
  assert.deepEqual(at(view, 0, 0), [200, 0]);
  assert.deepEqual(at(flipped(turned(FITTED), "vertical"), 0, 0), [600, 400]);
});

Deno.test("zooming keeps the point under the fingers", () => {
  const before = at(FITTED, 25, 25);
  const around = { x: before[0] - 400, y: before[1] - 200 };
  assert.deepEqual(at(zoomed(FITTED, 3, around), 25, 25), before);
});

Deno.test("full size is one image pixel a device pixel, and the inverse undoes the way", () => {
  const view = atFullSize(turned(FITTED), frame);
  assert.equal(scaleOf(view, frame), 1);
  const { a, b, c, d, e, f } = inverse(imageToCanvas(view, frame));
  const [x, y] = at(view, 10, 70);
  assert.deepEqual([a * x + c * y + e, b * x + d * y + f].map(Math.round), [10, 70]);
});

Deno.test("letters name the patient's sides: an axial slice has the patient's right at the left", () => {
  const axial = [1, 0, 0, 0, 1, 0] as [number, number, number, number, number, number];
  assert.deepEqual(edgesOf(axial, FITTED), { left: "R", right: "L", top: "A", bottom: "P" });
  assert.deepEqual(edgesOf(axial, turned(FITTED)), { left: "P", right: "A", top: "R", bottom: "L" });
  assert.deepEqual(edgesOf(axial, flipped(FITTED, "horizontal")), {
    left: "L",
    right: "R",
    top: "A",
    bottom: "P",
  });
  assert.deepEqual(edgesOf(axial, flipped(FITTED, "vertical")), {
    left: "R",
    right: "L",
    top: "P",
    bottom: "A",
  });
  assert.equal(directionLetters([0.7, 0, -0.7]).length, 2);
  assert.equal(edgesOf(null, FITTED), null);
});
