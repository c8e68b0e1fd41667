/** A radiograph of the chest from behind, through the same phantom as the CT: mm, z above the carina. */
import { lungAt } from "../ct/chest-wall.ts";
import { lungVessels } from "../ct/lung-tree.ts";
import { ribs } from "../ct/skeleton.ts";
import type { Course } from "../ct/tubes.ts";
import { grain } from "../noise.ts";
import { track } from "../track.ts";
import { drawLumps, drawShaft, loss } from "./bone.ts";
import { exposed, type Film } from "./film.ts";
import { createPlate, forRegion, type Lump, type Plate, raise, regionAround } from "./plate.ts";

export const chestSpacing = 0.28;
/** Half width, half depth of the trunk with the shoulders. */
const trunkAt = track([
  [-260, 158, 112],
  [-130, 160, 112],
  [-60, 166, 110],
  [-10, 188, 106],
  [40, 226, 96],
  [92, 218, 78],
  [118, 150, 66],
  [136, 78, 60],
  [170, 66, 56],
]);
const clouds = grain({ size: 512, seed: 61, times: 20 });

/** What displaces the lungs' air, by its shadow: heart, vessels, liver, spine. */
const shadows: readonly Lump[] = [
  { u: 14, v: -80, ru: 58, rv: 48, depth: 46, angle: -0.62, power: 2.2 },
  { u: 40, v: -96, ru: 42, rv: 34, depth: 42, angle: -0.7 },
  { u: -14, v: -72, ru: 28, rv: 42, depth: 36 },
  { u: 4, v: 10, ru: 25, rv: 80, depth: 52, power: 2.6 },
  { u: 22, v: 34, ru: 17, rv: 16, depth: 40 },
  { u: -22, v: 34, ru: 13, rv: 60, depth: 24 },
  { u: 30, v: -6, ru: 15, rv: 15, depth: 24 },
  { u: 22, v: -70, ru: 13, rv: 130, depth: 13 },
];
const domes: readonly Lump[] = [
  { u: -66, v: -226, ru: 76, rv: 108, depth: 92, power: 2.3 },
  { u: 68, v: -234, ru: 74, rv: 106, depth: 90, power: 2.3 },
];
const hila: readonly Lump[] = [
  { u: -38, v: -12, ru: 13, rv: 20, depth: 9, angle: 0.5 },
  { u: -48, v: -38, ru: 7, rv: 22, depth: 7, angle: -0.25 },
  { u: 42, v: -4, ru: 12, rv: 16, depth: 9, angle: -0.4 },
  { u: 50, v: -30, ru: 7, rv: 20, depth: 7, angle: 0.25 },
];

export function chestFilm(seed: number): Film {
  const plate = createPlate({ width: 1420, height: 1420, spacing: chestSpacing, origin: [710, 560] });
  drawTrunk(plate);
  drawVessels(plate);
  for (const hilum of hila) addSoft(plate, hilum, 0.55);
  drawAirway(plate);
  drawSpine(plate);
  for (const { bone } of ribs) for (const side of [-1, 1]) drawRib(plate, bone, side);
  for (const side of [-1, 1]) drawShoulder(plate, side);
  return exposed(plate, { marker: "R", markerAt: [-172, 128], black: 0.7, white: 5.6, seed, border: 18 });
}

/** Flesh less air: trunk, lungs, and what lies in their way. */
function drawTrunk(plate: Plate): void {
  const { outer, inner, spacing, origin: [column, row] } = plate;
  for (const lump of shadows) raise(plate, outer, lump);
  for (const lump of domes) raise(plate, inner, lump);
  let line = Number.NaN;
  let [halfWidth, halfDepth, x0, rx, ry] = [0, 0, 0, 0, 0];
  forRegion(plate, [0, plate.width - 1, 0, plate.height - 1], (i, x, y) => {
    if (y !== line) {
      line = y;
      const z = (row - y) * spacing;
      [halfWidth, halfDepth] = trunkAt(z);
      [x0, rx, ry] = lungAt(z);
    }
    const u = (x - column) * spacing;
    const across = u / halfWidth;
    const body = across * across < 1 ? 2 * halfDepth * Math.sqrt(1 - Math.abs(across) ** 2.6) : 0;
    const s = (Math.abs(u) - x0) / rx;
    const free = s * s < 1 && rx > 3 ? 2 * ry * Math.sqrt(1 - s * s) : 0;
    const air = Math.max(0, free - outer[i] - inner[i] * 1.02);
    const uneven = 1 + 0.012 * clouds.data[((y & 511) << 9) + (x & 511)];
    plate.loss[i] += (body * 0.92 - air * 0.86 * uneven) * loss.soft;
    outer[i] = inner[i] = 0;
  });
}

/** Adds a lump's own thickness to what is there, `share` of it. */
function addSoft(plate: Plate, lump: Lump, share: number): void {
  const region = raise(plate, plate.outer, lump);
  forRegion(plate, region, (i) => {
    plate.loss[i] += plate.outer[i] * loss.soft * share;
    plate.outer[i] = 0;
  });
}

function drawVessels(plate: Plate): void {
  for (const { x, z, r } of lungVessels()) {
    const wide = Math.max(r, 0.5);
    const region = regionAround(plate, { u: x, v: z, ru: wide, rv: wide });
    // Beads stand closer than they are thick: each counts for the step to the next.
    const share = 0.34 * loss.soft * 1.5;
    forRegion(plate, region, (i, column, row) => {
      const du = (column - plate.origin[0]) * plate.spacing - x,
        dv = (plate.origin[1] - row) * plate.spacing - z;
      const rest = wide * wide - du * du - dv * dv;
      if (rest > 0) plate.loss[i] += 2 * Math.sqrt(rest) * share;
    });
  }
}

function drawAirway(plate: Plate): void {
  const tubes = [[0, 150, 1, 2, 9], [2, 4, -42, -30, 6.5], [2, 4, 46, -34, 6]] as const;
  for (const [u1, v1, u2, v2, r] of tubes) {
    for (let k = 0; k <= 60; k++) {
      raise(plate, plate.outer, {
        u: u1 + (u2 - u1) * k / 60,
        v: v1 + (v2 - v1) * k / 60,
        ru: r,
        rv: r,
        depth: r,
      });
    }
  }
  forRegion(plate, [500, 920, 0, 800], (i) => {
    plate.loss[i] -= plate.outer[i] * loss.soft * 0.7;
    plate.outer[i] = 0;
  });
}

function drawSpine(plate: Plate): void {
  for (let v = 150; v > -300; v -= 25) {
    const wide = 15 + Math.max(0, -v) * 0.012;
    const body = { u: 0, v, ru: wide, rv: 11, depth: 13, power: 4 };
    drawLumps(plate, { cortex: 0.9, density: 0.5, lumps: [body] });
    for (const side of [-1, 1]) {
      drawLumps(plate, {
        cortex: 1,
        density: 0.4,
        lumps: [{ u: side * 10, v: v + 3, ru: 3.6, rv: 5.5, depth: 5 }],
      });
      drawLumps(plate, {
        cortex: 1,
        density: 0.4,
        lumps: [{ u: side * 22, v: v + 4, ru: 12, rv: 4.4, depth: 5, angle: side * 0.2 }],
      });
    }
    drawLumps(plate, { cortex: 1, density: 0.4, lumps: [{ u: 0, v: v - 9, ru: 3, rv: 7, depth: 8 }] });
  }
}

function drawRib(plate: Plate, bone: Course, side: number): void {
  drawShaft(plate, bone.map(([x, , z, r]) => [side * x, z, r * 1.15, 0.95] as const), { density: 0.82 });
}

function drawShoulder(plate: Plate, side: number): void {
  drawShaft(
    plate,
    [[16, 92, 7, 1.2], [48, 103, 5, 1.5], [92, 112, 5, 1.5], [140, 122, 6.5, 1.2]].map((
      [u, v, r, cortex],
    ) => [side * u, v, r, cortex] as const),
  );
  const blade = [
    { u: side * 130, v: 30, ru: 22, rv: 76, depth: 2.6, angle: side * 0.16, power: 2.4 },
    { u: side * 148, v: 84, ru: 15, rv: 19, depth: 7 },
    { u: side * 128, v: 100, ru: 34, rv: 7, depth: 5, angle: side * 0.3 },
  ];
  drawLumps(plate, { cortex: 1.1, density: 0.75, lumps: blade });
  drawLumps(plate, {
    cortex: 1.4,
    density: 0.8,
    lumps: [
      { u: side * 168, v: 86, ru: 21, rv: 21, depth: 19 },
      { u: side * 177, v: 48, ru: 12, rv: 52, depth: 11, power: 3, angle: side * -0.1 },
    ],
  });
}
