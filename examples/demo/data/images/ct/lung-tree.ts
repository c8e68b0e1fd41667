/** The branching vessels of the lungs. */
import { gaussian, random } from "../noise.ts";
import { lungAt } from "./chest-wall.ts";
import type { Bead } from "./tubes.ts";

type Vector = readonly [number, number, number];

interface Branch {
  readonly at: Vector;
  readonly direction: Vector;
  readonly r: number;
}

/** Where vessels enter the left lung and where they head; the right one is its mirror image, seeded apart. */
const roots: readonly Branch[] = [
  { at: [50, 18, -8], direction: [0.5, -0.3, 0.8], r: 3.4 },
  { at: [50, 14, -14], direction: [0.6, -0.8, 0.15], r: 3 },
  { at: [52, 24, -8], direction: [0.6, 0.5, 0.6], r: 3 },
  { at: [56, 30, -34], direction: [0.35, 0.25, -0.9], r: 4 },
  { at: [56, 34, -30], direction: [0.7, 0.6, -0.35], r: 3.4 },
  { at: [56, 18, -38], direction: [0.6, -0.6, -0.5], r: 3 },
  { at: [54, 40, -44], direction: [0.2, 0.8, -0.55], r: 3.2 },
  { at: [50, 20, 0], direction: [0.2, 0.1, 1], r: 3 },
  { at: [58, 26, -40], direction: [0.9, -0.1, -0.4], r: 3 },
];

/** Twigs of each lung. */
const twigs = 800;

export function lungVessels(): Bead[] {
  return [-1, 1].flatMap((side) => {
    const beads: Bead[] = [];
    const next = random(400 + side);
    for (const { at: [x, y, z], direction: [dx, dy, dz], r } of roots) {
      grow(beads, { at: [side * x, y, z], direction: unit([side * dx, dy, dz]), r, next });
    }
    for (let i = 0; i < twigs; i++) addTwig(beads, { side, next });
    return beads;
  });
}

/** From a random place in the lung back to the nearest vessel, so that no part is left bare. */
function addTwig(beads: Bead[], { side, next }: { side: number; next: () => number }): void {
  const x = side * (5 + next() * 130), y = -85 + next() * 175, z = -190 + next() * 295;
  if (!insideLung(x, y, z)) return;
  let from = beads[0], least = Infinity;
  for (const bead of beads) {
    const distance = (bead.x - x) ** 2 + (bead.y - y) ** 2 + (bead.z - z) ** 2;
    if (distance < least) [from, least] = [bead, distance];
  }
  const length = Math.sqrt(least), steps = Math.ceil(length / 0.7);
  const thick = Math.min(from.r * 0.8, 0.75 + length * 0.02);
  const sway = 0.12 * length * (next() - 0.5);
  for (let k = 1; k <= steps; k++) {
    const t = k / steps, aside = sway * Math.sin(Math.PI * t);
    beads.push({
      x: from.x + (x - from.x) * t + aside,
      y: from.y + (y - from.y) * t - aside,
      z: from.z + (z - from.z) * t,
      r: thick + (0.5 - thick) * t,
    });
  }
}

function grow(beads: Bead[], { at, direction, r, next }: Branch & { next: () => number }): void {
  const length = 4.5 + r * 4.2 * (0.7 + next() * 0.7);
  const step = Math.max(0.5, r * 0.5);
  let [x, y, z] = at;
  let heading = direction;
  for (let gone = 0; gone < length; gone += step) {
    heading = unit(heading.map((part) => part + 0.06 * gaussian(next)) as unknown as Vector);
    x += heading[0] * step;
    y += heading[1] * step;
    z += heading[2] * step;
    if (!insideLung(x, y, z)) return;
    beads.push({ x, y, z, r });
  }
  if (r < 0.9) return;
  const spread = 0.45 + next() * 0.3;
  const aside = unit([gaussian(next), gaussian(next), gaussian(next)]);
  const turned = (sign: number, amount: number) =>
    unit(heading.map((part, i) => part + sign * amount * aside[i]) as unknown as Vector);
  grow(beads, { at: [x, y, z], direction: turned(1, spread * 0.6), r: r * 0.84, next });
  grow(beads, { at: [x, y, z], direction: turned(-1, spread * 1.5), r: r * (0.62 + next() * 0.16), next });
}

/** Whether a point lies in a lung, a little under its surface. */
export function insideLung(x: number, y: number, z: number): boolean {
  const [middle, rx, ry, lungY] = lungAt(z);
  const u = (Math.abs(x) - middle) / (rx - 5), v = (y - lungY) / (ry - 5);
  return u * u + v * v < 1 && z > -215;
}

function unit([x, y, z]: Vector): Vector {
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
}
