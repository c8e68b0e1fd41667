/** MR slices of the head: tissue maps once a plane, seen through each sequence's contrast. */
import { field, grain } from "../noise.ts";
import { headAt } from "./head.ts";
import type { Contrast } from "./tissue.ts";

export const size = 256;
export const spacing = 0.9375;
const middle = (size - 1) / 2;

export interface Plane {
  readonly orientation: "axial" | "sagittal";
  /** z of an axial, x of a sagittal plane. */
  readonly at: number;
}

/** Position of a pixel of a plane, mm; sagittal rows run to the back, columns down. */
export function positionOf(plane: Plane, column: number, row: number): readonly [number, number, number] {
  const u = (column - middle) * spacing, v = (row - middle) * spacing;
  return plane.orientation === "axial" ? [u, v, plane.at] : [plane.at, u, -v - 18];
}

export function tissueMap(plane: Plane): Uint8Array {
  const map = new Uint8Array(size * size);
  for (let row = 0, i = 0; row < size; row++) {
    for (let column = 0; column < size; column++, i++) {
      const [x, y, z] = positionOf(plane, column, row);
      if (x * x / 7500 + (y + 4) * (y + 4) / 13000 < 1) map[i] = headAt(x, y, z);
    }
  }
  return map;
}

const noise = grain({ size: 256, seed: 97, times: 1 });
const otherNoise = grain({ size: 256, seed: 98, times: 1 });
const texture = grain({ size: 256, seed: 99, times: 3 });
const coil = field(96);

/** Stored values of 12 bits: blurred as by the scanner's resolution, with the coil's shading and Rician noise. */
export function seenThrough(
  map: Uint8Array,
  { contrast, plane, shift }: { contrast: Contrast; plane: Plane; shift: number },
) {
  const signal = blurred(Float32Array.from(map, (label) => contrast.signal[label]));
  const values = new Uint16Array(size * size);
  const mask = size * size - 1;
  for (let i = 0; i < values.length; i++) {
    const [x, y, z] = positionOf(plane, i & 255, i >> 8);
    const shade = 1 + 0.1 * coil(x / 90, y / 90, z / 90) - 0.0016 * Math.max(0, -z - 40);
    const uneven = 1 + 0.022 * texture.data[i + shift * 977 & mask];
    const real = signal[i] * shade * uneven + 0.013 * noise.data[i + shift * 4051 & mask];
    const imaginary = 0.013 * otherNoise.data[i + shift * 2029 & mask];
    values[i] = Math.min(4095, 1500 * Math.hypot(real, imaginary));
  }
  return values;
}

function blurred(from: Float32Array): Float32Array {
  const across = from.slice();
  for (let i = 1; i < from.length - 1; i++) across[i] = (from[i - 1] + 2.4 * from[i] + from[i + 1]) / 4.4;
  const to = across.slice();
  for (let i = size; i < from.length - size; i++) {
    to[i] = (across[i - size] + 2.4 * across[i] + across[i + size]) / 4.4;
  }
  return to;
}
