/** One CT slice being painted, in Hounsfield units; lengths in mm, x to the patient's left, y to the back. */
import { field, type Tile } from "../noise.ts";

export const size = 512;
export const spacing = 0.78125;
const middle = (size - 1) / 2;
/** Outlines are bent by at most this much, so that nothing is a perfect ellipse. */
const bend = 3.2;

export interface Slice {
  readonly hu: Float32Array;
  /** Where each pixel's centre lies, bent. */
  readonly x: Float32Array;
  readonly y: Float32Array;
}

export const createSlice = (): Slice => ({
  hu: new Float32Array(size * size),
  x: new Float32Array(size * size),
  y: new Float32Array(size * size),
});

/** The bending is known every 40 mm and mixed in between. */
const bends = new Map<number, Float32Array>();

function bendAt(level: number): Float32Array {
  const known = bends.get(level);
  if (known) return known;
  const noise = field(71);
  const values = new Float32Array(2 * 65 * 65);
  for (let row = 0, at = 0; row < 65; row++) {
    for (let column = 0; column < 65; column++) {
      values[at++] = bend * noise(column * 0.23, row * 0.23, level * 1.7);
      values[at++] = bend * noise(column * 0.23 + 11, row * 0.23, level * 1.7 + 9.5);
    }
  }
  bends.set(level, values);
  return values;
}

/** Empties the slice and bends its grid as it is at height `z`. */
export function startSlice(slice: Slice, z: number): void {
  slice.hu.fill(-1000);
  const level = Math.floor(z / 40);
  const share = z / 40 - level;
  const below = bendAt(level), above = bendAt(level + 1);
  const coarse = below.map((value, i) => value + (above[i] - value) * share);
  for (let row = 0, i = 0; row < size; row++) {
    const cellY = (row >> 3) * 65, v = (row & 7) / 8;
    const straightY = (row - middle) * spacing;
    // The table behind the patient is straight.
    const fade = Math.max(0, Math.min(1, (132 - straightY) / 12));
    for (let column = 0; column < size; column++, i++) {
      const a = 2 * (cellY + (column >> 3)), u = (column & 7) / 8;
      const left = coarse[a] + (coarse[a + 130] - coarse[a]) * v;
      const right = coarse[a + 2] + (coarse[a + 132] - coarse[a + 2]) * v;
      slice.x[i] = (column - middle) * spacing + fade * (left + (right - left) * u);
      const top = coarse[a + 1] + (coarse[a + 131] - coarse[a + 1]) * v;
      const bottom = coarse[a + 3] + (coarse[a + 133] - coarse[a + 3]) * v;
      slice.y[i] = straightY + fade * (top + (bottom - top) * u);
    }
  }
}

export interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  /** Radians, from x towards y. */
  readonly angle?: number;
  /** 0: an ellipse; 1: rounded to a box. */
  readonly square?: number;
  readonly hu: number;
  /** Width of the soft border. */
  readonly edge?: number;
  /** Unevenness: HU times the tile's values. */
  readonly texture?: { readonly tile: Tile; readonly amount: number; readonly shift: number };
}

const clampIndex = (index: number) => Math.max(0, Math.min(size - 1, index));
const firstIndex = (mm: number) => clampIndex(Math.floor(mm / spacing + middle));
const lastIndex = (mm: number) => clampIndex(Math.ceil(mm / spacing + middle));

export function paintEllipse(slice: Slice, shape: Ellipse): void {
  const { x, y, rx, ry, angle = 0, square = 0, hu, edge = 1.2, texture } = shape;
  if (rx <= 0.2 || ry <= 0.2) return;
  const cos = Math.cos(angle), sin = Math.sin(angle);
  const reachX = Math.hypot(rx * cos, ry * sin) * (1 + square * 0.2) + bend + edge;
  const reachY = Math.hypot(rx * sin, ry * cos) * (1 + square * 0.2) + bend + edge;
  const smaller = Math.min(rx, ry), slope = smaller / edge;
  const inside = Math.max(0, 1 - edge / smaller / 2) ** 2, outside = (1 + edge / smaller / 2) ** 2;
  const [left, right] = [firstIndex(x - reachX), lastIndex(x + reachX)];
  const [top, bottom] = [firstIndex(y - reachY), lastIndex(y + reachY)];
  const { x: xs, y: ys, hu: values } = slice;
  const mask = texture ? texture.tile.size - 1 : 0;
  for (let row = top; row <= bottom; row++) {
    for (let i = row * size + left, end = row * size + right; i <= end; i++) {
      const dx = xs[i] - x, dy = ys[i] - y;
      const u = (dx * cos + dy * sin) / rx, v = (dy * cos - dx * sin) / ry;
      const u2 = u * u, v2 = v * v;
      let q = u2 + v2;
      if (q > 2.1) continue;
      if (square) q += square * (Math.sqrt(u2 * u2 + v2 * v2) - q);
      if (q >= outside) continue;
      let value = hu;
      if (texture) {
        const at = ((row + texture.shift & mask) * texture.tile.size) + (i + 3 * texture.shift & mask);
        value += texture.amount * texture.tile.data[at];
      }
      if (q <= inside) values[i] = value;
      else {
        const alpha = Math.min(1, Math.max(0, (1 - Math.sqrt(q)) * slope + 0.5));
        values[i] += (value - values[i]) * alpha;
      }
    }
  }
}

/** A thick line with round ends. */
export function paintCapsule(
  slice: Slice,
  line: { from: readonly [number, number]; to: readonly [number, number]; r: number; hu: number },
): void {
  const { from: [x1, y1], to: [x2, y2], r, hu } = line;
  const length = Math.hypot(x2 - x1, y2 - y1);
  const steps = Math.max(1, Math.ceil(length / (r * 0.6)));
  for (let i = 0; i <= steps; i++) {
    const t = i / steps;
    paintEllipse(slice, { x: x1 + (x2 - x1) * t, y: y1 + (y2 - y1) * t, rx: r, ry: r, hu });
  }
}
