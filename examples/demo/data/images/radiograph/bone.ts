/** Bones on a plate: a shell of cortex, spongy bone with its beams inside. */
import { grain } from "../noise.ts";
import { track } from "../track.ts";
import { forRegion, joined, type Lump, type Plate, raise, type Region } from "./plate.ts";

/** Loss a millimetre, at some 60 kV. */
export const loss = { soft: 0.021, cortex: 0.085, spongy: 0.034, lead: 3 } as const;

const beams = grain({ size: 512, seed: 31, times: 2 });
const clouds = grain({ size: 256, seed: 32, times: 12 });

/** A long bone by its projected axis: `[u, v, radius, cortex]` along it. */
export type Shaft = readonly (readonly [number, number, number, number])[];

export interface BoneStyle {
  /** Share of the usual density. */
  readonly density?: number;
  /** Direction of the beams: steps of texture a pixel, across and along. */
  readonly beams?: readonly [number, number];
}

export function drawShaft(plate: Plate, shaft: Shaft, style: BoneStyle = {}): void {
  const path = track(shaft.map((point, i) => [i, ...point]));
  let region: Region | null = null;
  for (let i = 0; i < shaft.length - 1; i++) {
    const [a, b] = [shaft[i], shaft[i + 1]];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const steps = Math.max(2, Math.ceil(length / (0.16 * Math.min(a[2], b[2]))));
    for (let k = 0; k <= steps; k++) {
      const [u, v, r, cortex] = path(i + k / steps);
      const around = raise(plate, plate.outer, { u, v, ru: r, rv: r, depth: r });
      const hollow = r - cortex;
      if (hollow > 0.2) raise(plate, plate.inner, { u, v, ru: hollow, rv: hollow, depth: hollow });
      region = region ? joined(region, around) : around;
    }
  }
  if (region) settle(plate, region, style);
}

/** A short bone made of lumps, with a cortex of even thickness. */
export function drawLumps(
  plate: Plate,
  { lumps, cortex, ...style }: BoneStyle & { lumps: readonly Lump[]; cortex: number },
): void {
  let region: Region | null = null;
  for (const lump of lumps) {
    const around = raise(plate, plate.outer, lump);
    const { ru, rv, depth } = lump;
    raise(plate, plate.inner, { ...lump, ru: ru - cortex, rv: rv - cortex, depth: depth - cortex });
    region = region ? joined(region, around) : around;
  }
  if (region) settle(plate, region, style);
}

/** Turns the thicknesses of one bone into loss and clears them. */
function settle(
  plate: Plate,
  region: Region,
  { density = 1, beams: [across, along] = [0.8, 0.3] }: BoneStyle,
): void {
  const { outer, inner } = plate;
  forRegion(plate, region, (i, x, y) => {
    if (outer[i] > 0) {
      const fine = beams.data[((y * along & 511) << 9) + (x * across & 511)];
      const coarse = clouds.data[((y & 255) << 8) + (x & 255)];
      const spongy = inner[i] * loss.spongy * (1 + 0.085 * fine + 0.07 * coarse);
      const shell = (outer[i] - inner[i]) * loss.cortex * (1 + 0.02 * fine);
      plate.loss[i] += density * (spongy + shell - outer[i] * loss.soft * 0.5);
      outer[i] = inner[i] = 0;
    }
  });
}
