/** From the rays' loss to stored grey values: scatter, detector noise, the lead letter, the collimator's edge. */
import { grain } from "../noise.ts";
import { forRegion, type Plate, raise } from "./plate.ts";

export interface Film {
  readonly columns: number;
  readonly rows: number;
  readonly spacing: number;
  /** 12 bits; the more loss, the whiter. */
  readonly data: Uint16Array;
}

export interface Exposure {
  /** Lead letter and where it lies on the plate (mm). */
  readonly marker: "R" | "L";
  readonly markerAt: readonly [number, number];
  /** Losses shown black and white. */
  readonly black: number;
  readonly white: number;
  readonly seed: number;
  /** Width of the unexposed border, pixels. */
  readonly border?: number;
}

/** Strokes of the letters, in a box of 8 × 12 mm. */
const strokes: Record<Exposure["marker"], readonly (readonly [number, number, number, number])[]> = {
  L: [[0, 0, 0, 12], [0, 0, 7, 0]],
  R: [[0, 0, 0, 12], [0, 12, 5, 12], [5, 12, 7, 10.5], [7, 10.5, 7, 8], [7, 8, 5, 6.2], [5, 6.2, 0, 6.2], [
    3.4,
    6.2,
    7.4,
    0,
  ]],
};

const grains = grain({ size: 1024, seed: 41, times: 1 });

export function exposed(plate: Plate, exposure: Exposure): Film {
  drawMarker(plate, exposure);
  const sharp = softened(plate.loss, plate);
  const { width, height, spacing } = plate;
  const { black, white, seed, border = 26 } = exposure;
  const data = new Uint16Array(width * height);
  const shift = Math.imul(seed, 7919) & 1023;
  forRegion(plate, [0, width - 1, 0, height - 1], (i, x, y) => {
    const loss = sharp[i];
    // Fewer quanta reach the detector where more were lost.
    const noise = 0.006 * Math.exp(Math.min(loss, 3) * 0.42) *
      grains.data[((y + shift & 1023) << 10) + (x + shift & 1023)];
    const share = (loss + noise - black) / (white - black);
    const curve = share <= 0 ? share * 0.3 : 1 - Math.exp(-2.1 * share);
    const slant = border + (x * 0.008 | 0);
    const edge = Math.min(x - border, y - slant, width - 1 - border - x, height - 1 - border - y);
    const shutter = Math.min(1, Math.max(0, edge / 5));
    data[i] = Math.min(4095, Math.max(0, 150 + 4050 * curve)) * shutter + 24;
  });
  return { columns: width, rows: height, spacing, data };
}

function drawMarker(plate: Plate, { marker, markerAt: [u, v] }: Exposure): void {
  for (const [x1, y1, x2, y2] of strokes[marker]) {
    for (let k = 0; k <= 24; k++) {
      const x = x1 + (x2 - x1) * k / 24, y = y1 + (y2 - y1) * k / 24;
      const region = raise(plate, plate.outer, { u: u + x, v: v + y, ru: 1, rv: 1, depth: 1 });
      forRegion(plate, region, (i) => {
        if (plate.outer[i] > 0) plate.loss[i] = Math.max(plate.loss[i], 2.2 * Math.min(1, plate.outer[i]));
        plate.outer[i] = 0;
      });
    }
  }
}

/** A 3 × 3 binomial blur, as a detector does. */
function softened(from: Float32Array, { width, height }: Plate): Float32Array {
  const across = from.slice();
  for (let i = 1; i < from.length - 1; i++) across[i] = (from[i - 1] + 2 * from[i] + from[i + 1]) / 4;
  const to = across.slice();
  for (let i = width; i < width * (height - 1); i++) {
    to[i] = (across[i - width] + 2 * across[i] + across[i + width]) / 4;
  }
  return to;
}
