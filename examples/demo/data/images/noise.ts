/** Randomness that is the same at every run. */

/** Uniform numbers in [0, 1): a 32-bit xorshift (Marsaglia 2003), stirred a while so that near seeds part. */
export function random(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
  for (let i = 0; i < 8; i++) next();
  return next;
}

/** Normally distributed numbers, mean 0, deviation 1: a sum of uniform ones is near enough. */
export function gaussian(next: () => number): number {
  return (next() + next() + next() + next() - 2) * 1.7320508;
}

/** A tile of `size`² (a power of two) that wraps around. */
export interface Tile {
  readonly size: number;
  readonly data: Float32Array;
}

/** Grain: normal noise, blurred `times`, brought back to deviation 1. */
export function grain({ size, seed, times }: { size: number; seed: number; times: number }): Tile {
  const next = random(seed);
  let data: Float32Array = Float32Array.from({ length: size * size }, () => gaussian(next));
  for (let i = 0; i < times; i++) data = blurred(data, size);
  let squares = 0;
  for (const value of data) squares += value * value;
  const scale = 1 / Math.sqrt(squares / data.length);
  for (let i = 0; i < data.length; i++) data[i] *= scale;
  return { size, data };
}

/** A 3×3 binomial blur with wrapped edges. */
function blurred(from: Float32Array, size: number): Float32Array {
  const mask = size - 1;
  const across = new Float32Array(from.length);
  const to = new Float32Array(from.length);
  for (let y = 0; y < size; y++) {
    const row = y * size;
    for (let x = 0; x < size; x++) {
      across[row + x] = from[row + (x - 1 & mask)] + 2 * from[row + x] + from[row + (x + 1 & mask)];
    }
  }
  for (let y = 0; y < size; y++) {
    const up = (y - 1 & mask) * size;
    const down = (y + 1 & mask) * size;
    for (let x = 0; x < size; x++) {
      to[y * size + x] = (across[up + x] + 2 * across[y * size + x] + across[down + x]) / 16;
    }
  }
  return to;
}

/** Smooth noise in space, between about −1 and 1, changing over one unit. */
export type Field = (x: number, y: number, z: number) => number;

/** Value noise on a wrapped lattice of 32³ with smoothed interpolation. */
export function field(seed: number): Field {
  const next = random(seed);
  const lattice = Float32Array.from({ length: 32768 }, () => next() * 2 - 1);
  return (x, y, z) => {
    const fx = Math.floor(x), fy = Math.floor(y), fz = Math.floor(z);
    const dx = x - fx, dy = y - fy, dz = z - fz;
    const u = dx * dx * (3 - 2 * dx), v = dy * dy * (3 - 2 * dy), w = dz * dz * (3 - 2 * dz);
    const x0 = fx & 31, x1 = fx + 1 & 31;
    const y0 = (fy & 31) << 5, y1 = (fy + 1 & 31) << 5;
    const z0 = (fz & 31) << 10, z1 = (fz + 1 & 31) << 10;
    const a = lattice[x0 | y0 | z0], b = lattice[x1 | y0 | z0];
    const c = lattice[x0 | y1 | z0], d = lattice[x1 | y1 | z0];
    const e = lattice[x0 | y0 | z1], f = lattice[x1 | y0 | z1];
    const g = lattice[x0 | y1 | z1], h = lattice[x1 | y1 | z1];
    const near = a + (b - a) * u + (c + (d - c) * u - a - (b - a) * u) * v;
    const far = e + (f - e) * u + (g + (h - g) * u - e - (f - e) * u) * v;
    return near + (far - near) * w;
  };
}

/** Smooth noise summed over `octaves`, each half as large and twice as fine. */
export function fractal(noise: Field, octaves: number): Field {
  return (x, y, z) => {
    let sum = 0;
    for (let i = 0, weight = 0.5, scale = 1; i < octaves; i++, weight /= 2, scale *= 2) {
      sum += weight * noise(x * scale + i * 7.3, y * scale + i * 3.1, z * scale + i * 5.7);
    }
    return sum;
  };
}
