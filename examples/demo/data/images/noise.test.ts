import assert from "node:assert/strict";
import { field, grain, random } from "./noise.ts";

Deno.test("random() gives the same row for the same seed, another for the next, evenly in [0, 1)", () => {
  const row = (seed: number) => Array.from({ length: 2000 }, random(seed));
  assert.deepEqual(row(7), row(7));
  assert.notDeepEqual(row(7), row(8));
  const values = row(7);
  assert.ok(values.every((value) => value >= 0 && value < 1));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  assert.ok(Math.abs(mean - 0.5) < 0.03);
});

Deno.test("grain() has deviation 1 however often it was blurred", () => {
  const { data } = grain({ size: 64, seed: 1, times: 6 });
  const squares = data.reduce((sum, value) => sum + value * value, 0) / data.length;
  assert.ok(Math.abs(squares - 1) < 1e-3);
});

Deno.test("field() is smooth across the lattice's seams and before its origin", () => {
  const noise = field(3);
  for (const at of [-1, 0, 5, 31.999999, 32]) {
    assert.ok(Math.abs(noise(at, 0.3, 0.6) - noise(at + 1e-5, 0.3, 0.6)) < 1e-3);
  }
});
