/** What lies inside the skull, point by point: mm, x to the left, y to the back, z up from the middle of the brain. */
import { field } from "../noise.ts";
import { chain, ellipsoid, type Point } from "./shapes.ts";
import { type Tissue, tissue } from "./tissue.ts";

type Body = { readonly at: Point; readonly radii: Point };

const cerebrum: Body = { at: [0, 0, 10], radii: [67.5, 85.5, 67.5] };
const temporal: Body = { at: [42, -8, -17], radii: [24, 46, 25] };
const cerebellum: Body = { at: [0, 50, -31], radii: [50, 31, 24] };
const inner: Body = { at: [0, 3, 8], radii: [36, 44, 25] };
const stem = [[0, 4, -2, 15], [0, 5, -16, 15], [0, 6, -30, 16], [0, 16, -48, 10], [0, 24, -64, 8.5], [
  0,
  30,
  -120,
  7,
]] as const;
const lateralVentricle = [
  [8, -33, 13, 4],
  [10, -24, 17, 5],
  [12, -6, 21, 5.5],
  [15, 16, 20, 5.5],
  [23, 36, 12, 7],
  [23, 50, 7, 4],
  [20, 62, 5, 2],
] as const;
const temporalHorn = [[23, 36, 12, 6], [33, 22, -10, 3.5], [35, -4, -20, 2.6]] as const;
const thirdVentricle: Body = { at: [0, 3, 1], radii: [2.6, 15, 11] };
const fourthVentricle: Body = { at: [0, 27, -30], radii: [8, 6, 12] };
const caudate: Body = { at: [14, -20, 13], radii: [5.5, 12, 9] };
const lentiform: Body = { at: [25, -1, 4], radii: [7.5, 20, 12] };
const thalamus: Body = { at: [10.5, 14, 8], radii: [9, 15, 9] };
const insula: Body = { at: [42, -4, 4], radii: [1.7, 21, 13] };
const sylvian: Body = { at: [53, -6, 2], radii: [13, 20, 1.8] };
const cistern: Body = { at: [0, -14, -22], radii: [15, 12, 9] };
const basilar = [[0, -11, -14, 1.8], [0, -12, -34, 1.8]] as const;
const lesions: readonly Point[] = [[27, -18, 36], [-24, 8, 38], [30, 20, 32], [-29, -26, 30], [22, 4, 42]];

const folds = field(91);
const bends = field(92);

/** Depth below the surface of the cerebrum with its temporal lobes; below 0 outside. */
function cerebralDepth(x: number, y: number, z: number): number {
  const side = Math.abs(x);
  const dome = ellipsoid(x, y, z, cerebrum);
  // The floor of the skull in front, the tentorium behind.
  const floor = y < 0 ? -15 + 0.0012 * y * y : y < 26 ? -15 + 0.33 * y : -6.5 - (y - 26) * 0.2;
  const base = floor - z - Math.max(0, side - 20) * 0.12;
  const upper = Math.max(dome, base);
  const lobe = ellipsoid(side, y, z, temporal);
  return -Math.min(upper, lobe);
}

/** How far outside the brain's coverings; the skull's base follows it. */
export function outsideBrain(x: number, y: number, z: number): number {
  return Math.min(-cerebralDepth(x, y, z), ellipsoid(x, y, z, cerebellum), chain(x, y, z, stem) + 1);
}

/** What is at a point inside the coverings. */
export function brainAt(x: number, y: number, z: number): Tissue {
  const side = Math.abs(x);
  if (z < 4 && z > -46 && side < 4 && chain(x, y, z, basilar) < 0) return tissue.flow;
  const depth = cerebralDepth(x, y, z);
  const deep = ellipsoid(x, y, z, inner);
  if (deep < 0 || (side < 50 && z < 30)) {
    const core = coreAt(x, y, z);
    if (core !== null) return core;
  }
  if (depth > 0) {
    if (deep < 2 && z > -4) return tissue.white;
    return cortexAt(x, y, z, { depth, deep });
  }
  if (ellipsoid(x, y, z, cerebellum) < 0) return cerebellumAt(x, y, z);
  return tissue.fluid;
}

/** Ventricles, nuclei and stem, or null. */
function coreAt(x: number, y: number, z: number): Tissue | null {
  const side = Math.abs(x);
  if (ellipsoid(x, y, z, thirdVentricle) < 0 || ellipsoid(x, y, z, fourthVentricle) < 0) return tissue.fluid;
  if (z > -4 && z < 30) {
    const septum = side < 0.7 && y < 8;
    if (!septum && chain(side, y, z, lateralVentricle) < 0) return tissue.fluid;
  }
  if (side > 20 && z < 16 && chain(side, y, z, temporalHorn) < 0) return tissue.fluid;
  if (side > 26) {
    // The insula bulges outwards, and the cleft over it rises to the back.
    const island = ellipsoid(side + 0.007 * (y + 4) * (y + 4), y, z, insula);
    if (island < 0 || ellipsoid(side, y, z + 0.3 * (y + 6), sylvian) < 0) return tissue.fluid;
    if (island < 3 && side < 44) return tissue.grey;
  }
  if (ellipsoid(side, y, z, caudate) < 0 || ellipsoid(side, y, z, lentiform) < 0) return tissue.grey;
  if (ellipsoid(side, y, z, thalamus) < 0) return tissue.nuclei;
  const trunk = chain(x, y, z, stem);
  if (trunk < 0 && z < 4) {
    return trunk > -2 || bends(x / 5, y / 5, z / 5) > 0.35 ? tissue.nuclei : tissue.white;
  }
  if (ellipsoid(x, y, z, cistern) < 0) return tissue.fluid;
  return null;
}

/** The folded cortex: furrows stand upright on the surface, where a noise spread over it is zero. */
function cortexAt(x: number, y: number, z: number, { depth, deep }: { depth: number; deep: number }): Tissue {
  const share = Math.max(0.68, Math.sqrt(x * x / 4489 + y * y / 7225 + (z - 10) * (z - 10) / 4489));
  const side = Math.abs(x + 0.8 * bends(0, y / 20, z / 20));
  const between = deep > 0 ? side + Math.max(0, 4 - deep) : side + 20;
  /** From the outer or the inner face of the hemisphere. */
  const buried = Math.min(depth, between);
  const bow = 3 * bends(x / 17, y / 17, z / 17);
  const px = x / share + bow, py = y / share - bow, pz = 10 + (z - 10) / share;
  const u = px * 0.86 + py * 0.42 + pz * 0.25,
    v = py * 0.84 - px * 0.44 + pz * 0.3,
    w = pz * 0.9 - px * 0.18 - py * 0.4;
  const long = Math.abs(folds(u / 14, v / 16, w / 14)) * 13 * share;
  const short = Math.abs(folds(v / 12 + 9, w / 13 + 4, u / 12)) * 12 * share + Math.max(0, buried - 7) * 0.5;
  const reach = 14 + 5 * bends(px / 25 + 3, py / 25, pz / 25);
  const sheet = Math.min(long + Math.max(0, buried - reach) * 0.45, short);
  const furrow = Math.min(sheet, between + (z < -6 ? 20 : 0));
  if (depth < 0.4 || furrow < Math.max(0.6, 1 - 0.03 * depth)) return tissue.fluid;
  if (depth < 3.4 || furrow < 3.4) return tissue.grey;
  return lesions.some(([lx, ly, lz]) => (x - lx) ** 2 + (y - ly) ** 2 + (z - lz) ** 2 < 8)
    ? tissue.lesion
    : tissue.white;
}

/** Leaves as fine stripes across a white stem. */
function cerebellumAt(x: number, y: number, z: number): Tissue {
  const depth = -ellipsoid(x, y, z, cerebellum);
  const bow = Math.hypot(y - 26, (z + 30) * 1.25) * 0.35;
  const leaf = Math.sin(Math.atan2(z + 30, y - 24) * 15 + bow + 1.5 * bends(x / 12, y / 9, z / 9));
  if (depth < 10 && leaf > 0.9) return tissue.fluid;
  const bare = 7 + 9 * leaf * (0.5 + 0.5 * leaf);
  const white = depth > 19 || depth > bare + (Math.abs(x) > 5 ? 0 : 4);
  return white ? tissue.white : tissue.grey;
}
