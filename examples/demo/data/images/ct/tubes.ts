/** Vessels, airways, ribs: bent tubes as beads on a string, sorted by the slices they meet. */
import { track } from "../track.ts";
import { paintEllipse, type Slice } from "./slice.ts";

export interface Bead {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly r: number;
}

/** Points `[x, y, z, radius]` a tube runs through. */
export type Course = readonly (readonly [number, number, number, number])[];

export function beadsAlong(course: Course): Bead[] {
  const path = track(course.map((point, i) => [i, ...point]));
  const beads: Bead[] = [];
  for (let i = 0; i < course.length - 1; i++) {
    const [a, b] = [course[i], course[i + 1]];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]);
    const steps = Math.max(2, Math.ceil(length / (0.45 * Math.min(a[3], b[3]))));
    for (let k = 0; k <= steps; k++) {
      const [x, y, z, r] = path(i + k / steps);
      beads.push({ x, y, z, r });
    }
  }
  return beads;
}

export const mirrored = (course: Course): Course => course.map(([x, y, z, r]) => [-x, y, z, r]);

/** Paints what the beads are at height `z`; `grow` widens or (negative) narrows them. */
export function paintBeads(
  slice: Slice,
  { beads, z, hu, grow = 0 }: { beads: readonly Bead[]; z: number; hu: number; grow?: number },
): void {
  for (const bead of beads) {
    const r = bead.r + grow, dz = bead.z - z;
    if (r <= 0 || dz >= r || dz <= -r) continue;
    const cut = Math.sqrt(r * r - dz * dz);
    paintEllipse(slice, { x: bead.x, y: bead.y, rx: cut, ry: cut, hu, edge: 1 });
  }
}

/** Beads by slice, for trees of thousands: `zs` are the heights, evenly spaced and falling. */
export function bySlice(beads: readonly Bead[], zs: readonly number[]): Bead[][] {
  const lists: Bead[][] = zs.map(() => []);
  const step = zs[0] - zs[1];
  for (const bead of beads) {
    const first = Math.max(0, Math.ceil((zs[0] - bead.z - bead.r) / step));
    const last = Math.min(zs.length - 1, Math.floor((zs[0] - bead.z + bead.r) / step));
    for (let i = first; i <= last; i++) lists[i].push(bead);
  }
  return lists;
}
