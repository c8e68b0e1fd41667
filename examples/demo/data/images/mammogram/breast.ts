/** A mammogram from smooth noise: fat, glandular tissue towards the nipple, strands, skin, chest muscle. */
import { field, fractal, gaussian, grain, random } from "../noise.ts";

export const columns = 1000;
export const rows = 1400;
/** Millimetres from pixel to pixel. */
export const spacing = 0.17;

export interface View {
  readonly side: "R" | "L";
  readonly view: "CC" | "MLO";
}

/** Noise is computed on every `coarse`th pixel and interpolated. */
const coarse = 4;
const across = columns / coarse + 2;
const down = rows / coarse + 2;
const grains = grain({ size: 512, seed: 85, times: 1 });

interface Tissue {
  readonly gland: Float32Array;
  readonly strand: Float32Array;
}

/** `u` from the chest wall to the nipple, `v` down the plate, both mm. */
function tissueOf({ side, view }: View): Tissue {
  const seed = (side === "R" ? 2 : 6) + (view === "CC" ? 0 : 1);
  const clouds = fractal(field(80 + seed), 5), strands = field(90 + seed);
  const gland = new Float32Array(across * down), strand = new Float32Array(across * down);
  for (let row = 0, i = 0; row < down; row++) {
    for (let column = 0; column < across; column++, i++) {
      const u = column * coarse * spacing, v = row * coarse * spacing - nippleAt(view);
      // Ducts and strands gather at the nipple: noise drawn out along the rays from it.
      const r = Math.sqrt((118 - u) ** 2 + v * v) + 1, angle = Math.atan2(v, 118 - u);
      gland[i] = clouds(r / 34, angle * 3.2, 1.5) + 0.35 * clouds(u / 9, v / 9, 4);
      const line = Math.abs(strands(r / 20, angle * 7, 0.5)),
        other = Math.abs(strands(u / 11 + 8, v / 11, 3));
      strand[i] = Math.max(0, 1 - line * 9) + 0.6 * Math.max(0, 1 - other * 8);
    }
  }
  return { gland, strand };
}

const nippleAt = (view: "CC" | "MLO") => view === "CC" ? 118 : 136;

/** Signed distance inside the skin line, about mm; the breast bulges from u = 0. */
function insideSkin(u: number, v: number, view: "CC" | "MLO"): number {
  const lower = view === "MLO" && v < 0;
  const height = view === "CC" ? 92 : lower ? 190 : 84;
  const reach = view === "CC" ? 104 : 112;
  const a = u / reach, b = v / height;
  const q = a * a + Math.abs(b) ** (lower ? 1.7 : 2.2);
  const nipple = Math.hypot((u - reach - 0.5) / 5, v / 5.5);
  const bulge = (1 - Math.sqrt(q)) * Math.min(reach, height) * 0.9;
  return Math.max(bulge, (1 - nipple) * 4);
}

/** 12 bits, the denser the whiter; the chest wall lies at the right edge for the right breast, at the left for the left. */
export function breastImage(view: View): Uint16Array {
  const { gland, strand } = tissueOf(view);
  const data = new Uint16Array(columns * rows);
  const specks = calcifications(view);
  for (let row = 0; row < rows; row++) {
    const v = row * spacing - nippleAt(view.view);
    const cellRow = Math.floor(row / coarse), b = row / coarse - cellRow;
    for (let column = 0; column < columns; column++) {
      const u = column * spacing;
      const x = view.side === "L" ? column : columns - 1 - column;
      const i = row * columns + x;
      const inside = insideSkin(u, v, view.view);
      if (inside < -1) {
        data[i] = 40;
        continue;
      }
      const cell = cellRow * across + Math.floor(column / coarse),
        a = column / coarse - Math.floor(column / coarse);
      const at = (values: Float32Array) =>
        (values[cell] * (1 - a) + values[cell + 1] * a) * (1 - b) +
        (values[cell + across] * (1 - a) + values[cell + across + 1] * a) * b;
      const cone = Math.max(0, 1 - ((u - 58) / 52) ** 2 - (v / (62 - 0.25 * u)) ** 2);
      const dense = Math.max(0, Math.min(1, 0.06 + 1.9 * at(gland) + 0.42 * cone)) * Math.min(1, cone * 2.6);
      const rim = Math.min(1, Math.max(0, (inside + 1) / 16));
      const skin = inside < 2.2 ? 0.2 * Math.max(0, 1 - Math.abs(inside - 0.9) / 1.5) : 0;
      const muscle = pectoral(u, v, view.view);
      const thick = 0.12 + 0.2 * Math.sqrt(rim);
      const shade = thick + skin +
        rim * (0.36 * dense * (0.75 + 0.25 * at(gland)) + 0.055 * at(strand)) * (1 - 0.7 * muscle) +
        0.34 * muscle;
      const noise = 0.011 * grains.data[((row & 511) << 9) + (column & 511)];
      data[i] = Math.max(0, Math.min(4095, 4000 * (shade + noise)));
    }
  }
  for (const { at, value } of specks) data[at] = Math.max(data[at], value);
  return data;
}

/** Share of the chest muscle: a wedge at the top of the oblique view. */
function pectoral(u: number, v: number, view: "CC" | "MLO"): number {
  if (view === "CC") return 0;
  const edge = 50 - (v + 136) * 0.42 + 3 * Math.sin(v / 24);
  return Math.max(0, Math.min(1, (edge - u) / 4 + 0.5));
}

/** A few coarse, harmless calcifications on the left: what the report speaks of. */
function calcifications({ side, view }: View): { at: number; value: number }[] {
  if (side === "R") return [];
  const next = random(86), specks: { at: number; value: number }[] = [];
  for (let k = 0; k < 5; k++) {
    const column = 300 + gaussian(next) * 45, row = nippleAt(view) / spacing + 110 + gaussian(next) * 45;
    const r = 2.5 + next() * 2.5;
    for (let y = -6; y <= 6; y++) {
      for (let x = -6; x <= 6; x++) {
        if (x * x + y * y < r * r) {
          specks.push({ at: Math.round(row + y) * columns + Math.round(column + x), value: 3700 });
        }
      }
    }
  }
  return specks;
}
