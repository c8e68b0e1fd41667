/** The head round the brain: skull, face, eyes, neck (mm, axes as in the brain). */
import { field } from "../noise.ts";
import { brainAt, outsideBrain } from "./brain.ts";
import { chain, ellipsoid } from "./shapes.ts";
import { type Tissue, tissue } from "./tissue.ts";

const vault = { at: [0, 0, 11], radii: [69, 87, 69] } as const;
const face = { at: [0, -52, -48], radii: [56, 48, 62] } as const;
const nose = { at: [0, -98, -42], radii: [12, 17, 20] } as const;
const lips = { at: [0, -88, -78], radii: [24, 16, 18] } as const;
const chin = { at: [0, -66, -102], radii: [36, 30, 20] } as const;
const neck = [[0, 26, -40, 52], [0, 22, -80, 50], [0, 30, -150, 54]] as const;
const airSpaces = [
  { at: [29, -56, -46], radii: [14, 17, 17] },
  { at: [7, -38, -27], radii: [9, 12, 9] },
  { at: [9, -85, -2], radii: [10, 5, 10] },
  { at: [47, 26, -34], radii: [7, 9, 11] },
  { at: [5, -66, -44], radii: [3, 26, 20] },
] as const;
const turbinates = { at: [5, -62, -50], radii: [1.9, 20, 5] } as const;
const throat = [[0, -22, -50, 8], [0, -16, -72, 8], [0, -14, -98, 7], [0, -12, -150, 9]] as const;
const tongue = { at: [0, -52, -82], radii: [24, 32, 17] } as const;
const teeth = { at: [0, -62, -68], radii: [27, 28, 4] } as const;
const palate = { at: [0, -54, -64], radii: [25, 32, 2] } as const;
const jaw = { at: [0, -68, -103], radii: [28, 15, 10] } as const;
const eye = { at: [31, -70, -19], radii: [12, 12.5, 12] } as const;
const lens = { at: [31, -79, -19], radii: [4.6, 2.2, 4.6] } as const;
const orbit = { at: [29, -56, -19], radii: [18, 27, 17] } as const;
const nerve = [[31, -58, -19, 2], [22, -40, -18, 2], [12, -24, -17, 2]] as const;
const eyeMuscles = [[[42, -66, -19, 2], [36, -42, -18, 2]], [[20, -66, -19, 2], [20, -40, -18, 2]], [[
  31,
  -66,
  -7,
  2,
], [27, -40, -12, 2]], [[31, -66, -31, 2], [27, -40, -24, 2]]] as const;
const vertebrae = { from: -62, every: 19 };

const flesh = field(95);

export function headAt(x: number, y: number, z: number): Tissue {
  const skull = ellipsoid(x, y, z, vault);
  const high = z > -14 - 0.1 * y;
  if (skull > 14 && high && z > 12) return tissue.air;
  const brain = outsideBrain(x, y, z);
  if (skull < 0 && high) {
    return brain < 0 ? brainAt(x, y, z) : behindBrow(x, y, z) ?? (brain < 4 ? tissue.fluid : tissue.bone);
  }
  if (brain < 1.2) return brain < 0 ? brainAt(x, y, z) : tissue.fluid;
  if (high && skull < 14) return behindBrow(x, y, z) ?? coverAt(skull, { x, y, z });
  return faceAt(x, y, z, { skull, brain });
}

/** Tables, marrow, scalp, skin by height above the inner table. */
function coverAt(height: number, { x, y, z }: { x: number; y: number; z: number }): Tissue {
  const uneven = height + 0.8 * flesh(x / 22, y / 22, z / 22);
  if (uneven < 1.8) return tissue.bone;
  if (uneven < 4.6) return tissue.marrow;
  if (uneven < 6.6) return tissue.bone;
  return uneven < 12 ? tissue.fat : uneven < 13.6 ? tissue.skin : tissue.air;
}

/** Eyes with what surrounds them, and air-filled hollows; null elsewhere. */
function behindBrow(x: number, y: number, z: number): Tissue | null {
  if (z > 12 || z < -72 || y > 40) return null;
  const side = Math.abs(x);
  for (const space of airSpaces) {
    if (ellipsoid(side, y, z, space) < 0) {
      return ellipsoid(side, y, z, turbinates) < 0 ? tissue.mucosa : tissue.air;
    }
  }
  if (ellipsoid(side, y, z, eye) < 0) return ellipsoid(side, y, z, lens) < 0 ? tissue.muscle : tissue.fluid;
  if (ellipsoid(side, y, z, eye) < 1.3) return tissue.skin;
  const socket = ellipsoid(side, y, z, orbit);
  if (socket < 0 && y > -80) {
    if (chain(side, y, z, nerve) < 0) return tissue.white;
    for (const muscle of eyeMuscles) if (chain(side, y, z, muscle) < 0) return tissue.muscle;
    return tissue.fat;
  }
  return socket < 2 && y > -76 ? tissue.bone : null;
}

function faceAt(x: number, y: number, z: number, { skull, brain }: { skull: number; brain: number }): Tissue {
  const outline = Math.min(
    Math.max(skull - 13, z - 20),
    ellipsoid(x, y, z, face),
    ellipsoid(x, y, z, nose),
    ellipsoid(x, y, z, lips),
    ellipsoid(x, y, z, chin),
    chain(x, y, z, neck),
  );
  if (outline > 0) return tissue.air;
  if (outline > -1.6) return tissue.skin;
  const brow = behindBrow(x, y, z);
  if (brow !== null) return brow;
  if (chain(x, y, z, throat) < 0) return tissue.air;
  if (brain < 3) return tissue.bone;
  if (brain < 6 && z > -56) return tissue.marrow;
  const spine = spineAt(x, y, z);
  if (spine !== null) return spine;
  if (ellipsoid(x, y, z, teeth) < 0 && y < -76 || ellipsoid(x, y, z, palate) < 0) return tissue.bone;
  if (ellipsoid(x, y, z, jaw) < 0) return ellipsoid(x, y, z, jaw) < -2 ? tissue.marrow : tissue.bone;
  if (ellipsoid(x, y, z, tongue) < 0) return flesh(x / 4, y / 7, z / 7) > 0.45 ? tissue.fat : tissue.muscle;
  if (outline > -6 + 2.5 * flesh(x / 16, y / 16, z / 16)) return tissue.fat;
  return flesh(x / 5, y / 14, z / 18) > 0.5 ? tissue.fat : tissue.muscle;
}

/** The upper neck's vertebrae before the cord, or null. */
function spineAt(x: number, y: number, z: number): Tissue | null {
  if (z > vertebrae.from) return null;
  const middle = 22 - (z + 62) * 0.06;
  const across = Math.abs(x) / 14, deep = Math.abs(y - middle + 16) / 8.5;
  const phase = ((vertebrae.from - z) % vertebrae.every) / vertebrae.every;
  if (across < 1 && deep < 1) {
    return phase < 0.16 ? tissue.mucosa : phase < 0.24 || phase > 0.94 ? tissue.bone : tissue.marrow;
  }
  const canal = Math.hypot(x / 12, (y - middle - 3) / 9);
  if (canal < 1) return tissue.fluid;
  if (Math.abs(x) < 3.5 && y > middle + 12 && y < middle + 34 && phase > 0.35) {
    return phase < 0.5 ? tissue.bone : tissue.marrow;
  }
  return null;
}
