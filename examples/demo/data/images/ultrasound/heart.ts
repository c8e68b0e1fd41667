/** The heart as an echo sees it from its apex: four chambers, walls and valves at a moment of the beat. */
import { track } from "../track.ts";

/** What sends sound back at a point (mm from the probe: x to the right of the picture, y deep). */
export interface Echo {
  /** 0 (blood) to 1 (the brightest border). */
  readonly strength: number;
  /** How far the speckle has been carried along, mm. */
  readonly carriedX: number;
  readonly carriedY: number;
}

/** Share of the left ventricle's squeeze over a beat that starts with it (0 to 1). */
export const squeezeAt = track([
  [0, 0],
  [0.12, 0.45],
  [0.3, 1],
  [0.4, 0.92],
  [0.52, 0.42],
  [0.66, 0.3],
  [0.86, 0.2],
  [0.94, 0.02],
  [1, 0],
]);
/** How far the valves to the ventricles are open. */
const openingAt = track([
  [0, 0],
  [0.38, 0],
  [0.46, 1],
  [0.58, 0.35],
  [0.78, 0.3],
  [0.86, 0.75],
  [0.95, 0.05],
  [1, 0],
]);

export interface Heart {
  readonly squeeze: number;
  readonly opening: number;
  /** Depth of the plane of the valves. */
  readonly valves: number;
}

export function heartAt(phase: number): Heart {
  const squeeze = squeezeAt(phase)[0];
  return { squeeze, opening: openingAt(phase)[0], valves: 92 - 12 * squeeze };
}

/** Signed distance to an ellipse that narrows towards the apex, roughly mm; below 0 inside. */
function chamber(
  x: number,
  y: number,
  { at, radii, taper }: { at: readonly [number, number]; radii: readonly [number, number]; taper: number },
): number {
  const v = (y - at[1]) / radii[1];
  const u = (x - at[0]) / (radii[0] * (1 + taper * v));
  return (Math.sqrt(u * u + v * v) - 1) * Math.min(radii[0], radii[1]);
}

export function echoAt(x: number, y: number, heart: Heart): Echo {
  const { squeeze, opening, valves } = heart;
  const top = 24 + 2 * squeeze;
  const half = (valves - top) / 2;
  const left = chamber(x, y, {
    at: [13 - squeeze, top + half],
    radii: [22 - 7.5 * squeeze, half + 2],
    taper: 0.24,
  });
  const right = chamber(x, y, { at: [-25, top + half + 5], radii: [13 - 3 * squeeze, half - 5], taper: 0.5 });
  const leftAtrium = chamber(x, y, {
    at: [17, valves + 22],
    radii: [20 + 2 * squeeze, 20 + 4 * squeeze],
    taper: -0.08,
  });
  const rightAtrium = chamber(x, y, {
    at: [-21, valves + 20],
    radii: [17 + 2 * squeeze, 18 + 4 * squeeze],
    taper: -0.08,
  });
  // The rings between them, across which the leaflets hang.
  const mitralRing = Math.hypot((x - 13) / 12, (y - valves) / 9) * 9 - 9;
  const tricuspidRing = Math.hypot((x + 22) / 9, (y - valves - 3) / 8) * 8 - 8;
  const hollow = Math.min(left, right, leftAtrium, rightAtrium, mitralRing, tricuspidRing);
  const outline = Math.min(left - 10.5 - 3.5 * squeeze, right - 5, leftAtrium - 3.5, rightAtrium - 3);
  const carriedX = (x > 13 ? -1 : 1) * 3 * squeeze,
    carriedY = -10 * squeeze * Math.min(1, Math.max(0, (y - 25) / 65));
  let strength: number;
  if (hollow < 0) strength = 0.012 + 0.05 * Math.max(0, 1 + hollow / 2.5);
  else if (outline < 0) {
    const border = Math.max(0, 1 - Math.abs(hollow - 0.8) / 1.4);
    const inAtrium = y > valves ? 0.1 : 0;
    strength = 0.27 + inAtrium + 0.3 * border;
  } else {
    // The sac's bright line, then lung and fat behind it.
    const sac = Math.max(0, 1 - Math.abs(outline - 1.2) / 1.6);
    strength = Math.max(0.07 + 0.2 * Math.exp(-outline / 16), 0.85 * sac);
  }
  if (y < valves - 22 || y > valves + 8) return { strength, carriedX, carriedY };
  const mitral = valveDistance(x, y, { at: 13, half: 15, valves, opening });
  const tricuspid = valveDistance(x, y, { at: -22, half: 11, valves: valves + 3, opening });
  const valve = Math.min(mitral, tricuspid);
  if (valve < 1.5) strength = Math.max(strength, 0.75 * (1 - valve / 1.5));
  return { strength, carriedX, carriedY };
}

/** Distance to a valve's two leaflets, hinged at both ends of the opening and swinging into the ventricle. */
function valveDistance(
  x: number,
  y: number,
  { at, half, valves, opening }: { at: number; half: number; valves: number; opening: number },
): number {
  const angle = 0.18 + 1.05 * opening;
  let nearest = Infinity;
  for (const side of [-1, 1]) {
    const length = half * (side < 0 ? 1.05 : 0.95);
    const hingeX = at + side * half;
    const directionX = -side * Math.cos(angle), directionY = -Math.sin(angle);
    const along = Math.max(0, Math.min(length, (x - hingeX) * directionX + (y - valves) * directionY));
    // A leaflet billows towards the atrium while closed.
    const billow = (1 - opening) * 2.4 * Math.sin(Math.PI * along / length);
    nearest = Math.min(
      nearest,
      Math.hypot(x - hingeX - directionX * along, y - valves - directionY * along - billow),
    );
  }
  return nearest;
}
