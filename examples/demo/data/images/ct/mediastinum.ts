/** Heart, great vessels, airways and the organs under the diaphragm of the thorax phantom. */
import { beadsAlong, type Course, mirrored } from "./tubes.ts";
import { paintBeads } from "./tubes.ts";
import type { Tissue } from "./chest-wall.ts";
import { spineAt } from "./chest-wall.ts";
import { paintEllipse, type Slice } from "./slice.ts";

/** An ellipsoid, turned about the z axis. */
export interface Organ {
  readonly at: readonly [number, number, number];
  readonly radii: readonly [number, number, number];
  readonly angle?: number;
  readonly hu: number;
  readonly edge?: number;
  readonly square?: number;
  readonly texture?: number;
}

const heart: readonly Organ[] = [
  { at: [19, -22, -80], radii: [70, 52, 64], angle: -0.5, hu: -92, edge: 2 },
  { at: [19, -22, -81], radii: [63, 45, 57], angle: -0.5, hu: 98, texture: 4 },
  { at: [-28, -20, -76], radii: [23, 29, 40], hu: 168, edge: 2.5 },
  { at: [5, 14, -54], radii: [35, 20, 25], angle: 0.1, hu: 176, edge: 2 },
  { at: [7, -50, -84], radii: [39, 17, 42], angle: -0.42, hu: 164, edge: 3 },
  { at: [38, -24, -88], radii: [35, 21, 36], angle: -0.62, hu: 180, edge: 3 },
  { at: [44, -20, -94], radii: [5, 4, 14], hu: 105, edge: 3 },
  { at: [30, -10, -92], radii: [5, 4, 12], hu: 105, edge: 3 },
];

/** Under the domes of the diaphragm. */
const abdomen: readonly Organ[] = [
  { at: [-63, 0, -214], radii: [74, 91, 104], square: 0.2, hu: 52 },
  { at: [70, 4, -218], radii: [65, 88, 96], square: 0.2, hu: 52 },
  { at: [70, 4, -218], radii: [62, 85, 93], square: 0.2, hu: -98, texture: 8 },
  { at: [-63, 0, -214], radii: [71, 88, 101], square: 0.2, hu: 108, texture: 5 },
  { at: [2, -48, -208], radii: [66, 32, 68], angle: 0.12, hu: 108, texture: 5 },
  { at: [102, 40, -196], radii: [27, 42, 56], angle: 0.35, hu: 122, texture: 4 },
  { at: [62, -16, -202], radii: [44, 40, 62], angle: -0.2, hu: 48 },
  { at: [62, -16, -202], radii: [39, 35, 57], angle: -0.2, hu: 22, texture: 6 },
  { at: [60, -32, -190], radii: [30, 16, 40], angle: -0.1, hu: -975 },
];

const vessels: readonly (readonly [hu: number, course: Course])[] = [
  [175, [[-32, -25, 64, 7.5], [-34, -22, 0, 9], [-30, -17, -42, 10]]],
  [175, [[-28, -36, 64, 6.5], [0, -44, 59, 6.5], [26, -36, 74, 6.5], [40, -24, 115, 6.5]]],
  [175, [[-31, -28, 62, 6.5], [-40, -20, 115, 7]]],
  [185, [
    [4, -17, -48, 13],
    [-4, -24, -25, 14],
    [-17, -29, 2, 15.5],
    [-15, -26, 20, 15],
    [-2, -12, 37, 14],
    [14, 14, 41, 13],
    [25, 38, 32, 13],
    [27, 50, 10, 12.5],
    [26, 50, -60, 12],
    [17, 37, -140, 11.5],
    [8, 16, -220, 11],
  ]],
  [185, [[-8, -18, 44, 6.5], [-17, -10, 75, 6.5], [-32, -8, 116, 6]]],
  [185, [[4, -4, 48, 4.5], [12, -4, 80, 4], [15, -6, 116, 4]]],
  [185, [[16, 14, 46, 5.5], [26, 16, 85, 5], [48, 6, 116, 5]]],
  [178, [[19, -40, -34, 13], [21, -28, -12, 13], [38, 4, -4, 10.5], [56, 20, -10, 7.5], [60, 32, -34, 6]]],
  [178, [[18, -24, -12, 11], [-8, -9, -13, 10.5], [-34, 2, -15, 9.5], [-54, 14, -24, 7.5], [
    -56,
    30,
    -48,
    6,
  ]]],
  [172, [[28, 17, -52, 7], [48, 26, -56, 6], [64, 38, -64, 4]]],
  [172, [[-22, 17, -52, 7], [-44, 24, -56, 6], [-62, 36, -66, 4]]],
  [172, [[26, 8, -40, 6], [50, -8, -30, 5], [66, -18, -20, 3.5]]],
  [172, [[-22, 8, -42, 6], [-46, -8, -32, 5], [-62, -20, -22, 3.5]]],
  [128, [[-27, -6, -98, 12], [-26, 10, -130, 12], [-25, 16, -220, 12]]],
  [140, [[-10, -34, -222, 5], [-48, -12, -188, 6], [-78, 8, -178, 4], [-100, 26, -172, 2]]],
  [140, [[-48, -12, -188, 5], [-72, -34, -184, 4], [-92, -52, -178, 2]]],
  [138, [[-27, 4, -128, 5], [-58, 16, -140, 4], [-84, 34, -154, 2.5], [-104, 40, -166, 1.5]]],
  [138, [[-27, 2, -128, 5], [-54, -24, -142, 4], [-78, -50, -156, 2]]],
];

const airways: readonly Course[] = [
  [[0, 12, 122, 8.6], [2, 17, 60, 8.6], [3, 24, 8, 9], [3, 25, 0, 8]],
  [[2, 25, 4, 8], [-14, 28, -6, 7.5], [-30, 32, -18, 6.5], [-46, 36, -34, 5.2], [-54, 44, -66, 3.6], [
    -58,
    52,
    -96,
    2.4,
  ]],
  [[4, 25, 4, 7.5], [20, 30, -10, 6.5], [38, 35, -26, 5.8], [50, 40, -42, 4.8], [58, 48, -72, 3.4], [
    62,
    54,
    -100,
    2.3,
  ]],
  [[-26, 31, -15, 4.8], [-42, 25, -6, 4], [-58, 16, 10, 2.8], [-68, 8, 26, 1.8]],
  [[46, 38, -36, 4.4], [54, 20, -28, 3.6], [64, 2, -14, 2.6], [70, -10, 2, 1.8]],
  [[-52, 40, -50, 3.6], [-60, 14, -66, 2.8], [-66, -12, -80, 1.8]],
];

const oesophagus: Course = [[5, 30, 122, 7], [5, 40, 50, 7], [6, 44, 0, 7], [9, 42, -60, 7.5], [
  14,
  22,
  -135,
  8,
], [30, 2, -165, 9]];

const painted = {
  vessels: vessels.map(([hu, course]) => ({ hu, beads: beadsAlong(course) })),
  airways: airways.flatMap(beadsAlong),
  oesophagus: beadsAlong(oesophagus),
  nodes: mirrored([[14, 12, 30, 4], [15, 11, 24, 3.5]]).concat([[-12, 16, 22, 3], [10, 34, -24, 4]]),
};

export function paintOrgan(
  slice: Slice,
  { organ, z, tissue }: { organ: Organ; z: number; tissue: Tissue },
): void {
  const [x, y, middle] = organ.at;
  const cut = 1 - ((z - middle) / organ.radii[2]) ** 2;
  if (cut <= 0) return;
  const share = Math.sqrt(cut);
  const texture = organ.texture
    ? { tile: tissue.coarse, amount: organ.texture, shift: tissue.shift + 20 }
    : undefined;
  const { angle, hu, edge, square } = organ;
  paintEllipse(slice, {
    x,
    y,
    rx: organ.radii[0] * share,
    ry: organ.radii[1] * share,
    angle,
    hu,
    edge,
    square,
    texture,
  });
}

/** Fat around the great vessels, and the muscles along the spine's front. */
function paintFat(slice: Slice, { z, tissue }: { z: number; tissue: Tissue }): void {
  const spine = spineAt(z)[0];
  const texture = { tile: tissue.coarse, amount: 8, shift: tissue.shift };
  const top = Math.max(0.35, Math.min(1, (118 - z) / 60));
  paintEllipse(slice, { x: 0, y: spine + 2, rx: 27, ry: 30, hu: -70, texture });
  paintEllipse(slice, { x: 4, y: 18, rx: 38 * (0.55 + 0.45 * top), ry: 36, hu: -85, texture });
  paintEllipse(slice, {
    x: -4,
    y: -24 + 14 * (1 - top),
    rx: 38 * (0.6 + 0.4 * top),
    ry: 34,
    hu: -88,
    texture,
  });
  paintEllipse(slice, { x: 0, y: -58 + 26 * (1 - top), rx: 15 * top, ry: 34 * top, hu: -90, texture });
  if (z < -112) paintEllipse(slice, { x: 8, y: 0, rx: 40, ry: 44, hu: -92, texture });
}

export function paintMediastinum(slice: Slice, { z, tissue }: { z: number; tissue: Tissue }): void {
  for (const organ of abdomen) paintOrgan(slice, { organ, z, tissue });
  paintFat(slice, { z, tissue });
  if (z < -112) { for (const organ of abdomen.slice(4, 5)) paintOrgan(slice, { organ, z, tissue }); }
  for (const organ of heart) paintOrgan(slice, { organ, z, tissue });
  for (const [x, y, height, r] of painted.nodes) {
    paintBeads(slice, { beads: [{ x, y, z: height, r }], z, hu: 70 });
  }
  paintBeads(slice, { beads: painted.oesophagus, z, hu: 45 });
  paintBeads(slice, { beads: painted.oesophagus, z, hu: -60, grow: -5.6 });
  for (const { beads } of painted.vessels) {
    paintBeads(slice, { beads, z, hu: 60, grow: 1 });
  }
  for (const { hu, beads } of painted.vessels) paintBeads(slice, { beads, z, hu });
  paintBeads(slice, { beads: painted.airways, z, hu: 30, grow: 1.5 });
  paintBeads(slice, { beads: painted.airways, z, hu: -990 });
}
