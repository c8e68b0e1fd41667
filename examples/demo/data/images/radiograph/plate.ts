/** A radiograph in the making: what the rays lose on their way through simple bodies, pixel by pixel. */

export interface Plate {
  readonly width: number;
  readonly height: number;
  /** Millimetres from pixel to pixel. */
  readonly spacing: number;
  /** Column and row of the point (0, 0); v runs up the plate. */
  readonly origin: readonly [number, number];
  /** Natural logarithm of the loss. */
  readonly loss: Float32Array;
  /** Thickness of the body being drawn, and of what it is filled with; all zero in between. */
  readonly outer: Float32Array;
  readonly inner: Float32Array;
}

/** A ball, or a box with round edges (`power` above 2), by where its middle falls and how deep it is. */
export interface Lump {
  readonly u: number;
  readonly v: number;
  readonly ru: number;
  readonly rv: number;
  /** Half thickness along the ray. */
  readonly depth: number;
  readonly angle?: number;
  readonly power?: number;
}

export function createPlate(
  { width, height, spacing, origin }: Pick<Plate, "width" | "height" | "spacing" | "origin">,
): Plate {
  const empty = () => new Float32Array(width * height);
  return { width, height, spacing, origin, loss: empty(), outer: empty(), inner: empty() };
}

/** Region of the plate as first and last column and row. */
export type Region = [left: number, right: number, top: number, bottom: number];

export function regionAround(plate: Plate, { u, v, ru, rv }: Pick<Lump, "u" | "v" | "ru" | "rv">): Region {
  const { spacing, origin: [column, row], width, height } = plate;
  return [
    Math.max(0, Math.floor((u - ru) / spacing + column)),
    Math.min(width - 1, Math.ceil((u + ru) / spacing + column)),
    Math.max(0, Math.floor(row - (v + rv) / spacing)),
    Math.min(height - 1, Math.ceil(row - (v - rv) / spacing)),
  ];
}

export const joined = (a: Region, b: Region): Region => [
  Math.min(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.max(a[3], b[3]),
];

/** Lets `thickness` hold the greater of itself and the lump's: parts of one body do not add up where they overlap. */
export function raise(plate: Plate, thickness: Float32Array, lump: Lump): Region {
  const { u, v, ru, rv, depth, angle = 0, power = 2 } = lump;
  const cos = Math.cos(angle), sin = Math.sin(angle);
  const region = regionAround(plate, {
    u,
    v,
    ru: Math.hypot(ru * cos, rv * sin) * (power > 2 ? 1.3 : 1),
    rv: Math.hypot(ru * sin, rv * cos) * (power > 2 ? 1.3 : 1),
  });
  const [left, right, top, bottom] = region;
  const { spacing, origin: [column, row], width } = plate;
  for (let y = top; y <= bottom; y++) {
    const dv = (row - y) * spacing - v;
    for (let x = left; x <= right; x++) {
      const du = (x - column) * spacing - u;
      const a = (du * cos + dv * sin) / ru, b = (dv * cos - du * sin) / rv;
      const q = power === 2 ? a * a + b * b : Math.abs(a) ** power + Math.abs(b) ** power;
      if (q >= 1) continue;
      const t = 2 * depth * Math.sqrt(1 - q);
      const i = y * width + x;
      if (t > thickness[i]) thickness[i] = t;
    }
  }
  return region;
}

/** Calls `each` with the index, column and row of every pixel of the region. */
export function forRegion(
  plate: Plate,
  region: Region,
  each: (i: number, x: number, y: number) => void,
): void {
  const [left, right, top, bottom] = region;
  for (let y = top; y <= bottom; y++) {
    for (let x = left, i = y * plate.width + left; x <= right; x++, i++) each(i, x, y);
  }
}
