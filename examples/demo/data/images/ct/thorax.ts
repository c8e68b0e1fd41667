/** A CT of the thorax after contrast medium, from a phantom of our own: every slice in Hounsfield units + 1024. */
import { grain } from "../noise.ts";
import { paintLungs, paintTrunk, type Tissue } from "./chest-wall.ts";
import { insideLung, lungVessels } from "./lung-tree.ts";
import { paintMediastinum } from "./mediastinum.ts";
import { paintSkeleton } from "./skeleton.ts";
import { createSlice, paintCapsule, paintEllipse, size, type Slice, startSlice } from "./slice.ts";
import { bySlice, paintBeads } from "./tubes.ts";

export const sliceCount = 128;
export const sliceSpacing = 2.5;
/** Heights above the carina, from the top down. */
export const heights = Array.from({ length: sliceCount }, (_, i) => 110 - i * sliceSpacing);
export const rescaleIntercept = -1024;

export function* thoraxSlices(): Generator<Uint16Array> {
  const tissue = {
    coarse: grain({ size: 256, seed: 11, times: 14 }),
    fine: grain({ size: 256, seed: 12, times: 2 }),
  };
  const noise = grain({ size: 512, seed: 13, times: 1 });
  const vessels = bySlice(lungVessels(), heights);
  const slice = createSlice();
  for (const [i, z] of heights.entries()) {
    startSlice(slice, z);
    const here: Tissue = { ...tissue, shift: i * 37 };
    paintTrunk(slice, { z, tissue: here });
    paintLungs(slice, { z, tissue: here });
    paintFissures(slice, z);
    paintBeads(slice, { beads: vessels[i], z, hu: 40 });
    paintNodule(slice, z);
    paintMediastinum(slice, { z, tissue: here });
    paintSkeleton(slice, { z, tissue: here });
    yield stored(slice, { noise: noise.data, shift: i });
  }
}

/** The great fissures: a thin pleural sheet that slopes forwards and down. */
function paintFissures(slice: Slice, z: number): void {
  if (z > 50 || z < -120) return;
  const y = 34 - (50 - z) * 0.62;
  for (const side of [-1, 1]) {
    for (let x = 30; insideLung(x + 14, y + 6, z); x += 12) {
      const bow = (at: number) => y + 6 * Math.sin(at / 22) - (at - 60) * 0.12;
      paintCapsule(slice, {
        from: [side * x, bow(x)],
        to: [side * (x + 12), bow(x + 12)],
        r: 0.55,
        hu: -720,
      });
    }
  }
}

/** What the report speaks of: a small round nodule in the right upper lobe. */
function paintNodule(slice: Slice, z: number): void {
  const cut = 4 ** 2 - (z - 42) ** 2;
  if (cut > 0) paintEllipse(slice, { x: -84, y: -18, rx: Math.sqrt(cut), ry: Math.sqrt(cut) * 0.9, hu: 35 });
}

function stored({ hu }: Slice, { noise, shift }: { noise: Float32Array; shift: number }): Uint16Array {
  const values = new Uint16Array(size * size);
  const mask = size * size - 1;
  const from = Math.imul(shift + 1, 104729) & mask;
  for (let i = 0; i < values.length; i++) {
    const value = hu[i] + 11 * noise[i + from & mask] - rescaleIntercept;
    values[i] = value < 0 ? 0 : value > 4095 ? 4095 : value;
  }
  return values;
}
