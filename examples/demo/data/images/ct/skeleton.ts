/** Spine, ribs, sternum, shoulder blades and collar bones of the thorax phantom. */
import type { Tissue } from "./chest-wall.ts";
import { lungAt, spineAt } from "./chest-wall.ts";
import { paintCapsule, paintEllipse, type Slice } from "./slice.ts";
import { type Bead, beadsAlong, type Course, mirrored, paintBeads } from "./tubes.ts";

const cortex = 640;
const marrow = 210;
/** From one vertebra to the next. */
const segment = 25;
const sides = [-1, 1] as const;

/** The left rib `number` (1 to 12): from its vertebra round the lung and down to its front end. */
function ribCourse(number: number): { bone: Course; cartilage: Course } {
  const start = 112 - segment * (number - 1);
  const drop = number === 1 ? 30 : number < 4 ? 62 : number < 11 ? 92 : 60;
  const end = number === 1 ? 2.5 : number < 8 ? 2.55 : number < 11 ? 2.2 : number === 11 ? 1.5 : 1;
  const bone: [number, number, number, number][] = [[19, spineAt(start)[0] + 6, start + 2, 4.2]];
  for (let angle = -0.42; angle <= end; angle += 0.16) {
    const z = start - drop * Math.max(0, (angle + 0.42) / 3) ** 1.15;
    const [x, rx, ry, y] = lungAt(z);
    const r = number === 1 ? 4.6 : 5.2;
    bone.push([x + (rx + 4.5) * Math.sin(angle), y + (ry + 4.5) * Math.cos(angle), z, r]);
  }
  const [x, y, z] = bone[bone.length - 1];
  const cartilage: Course = [[x, y, z, 5], [(x + 14) / 2, y - 5, z + 3, 5], [15, frontAt(z) + 1, z + 6, 5]];
  return { bone, cartilage: number < 8 ? cartilage : [] };
}

/** y of the breastbone. */
const frontAt = (z: number) => {
  const [, , ry, y] = lungAt(z);
  return y - ry - 1;
};

const collarBone: Course = [[13, -58, 84, 7], [34, -60, 90, 5.5], [66, -50, 98, 5.5], [104, -16, 114, 6]];

interface Bone {
  readonly beads: readonly Bead[];
  readonly thickness: number;
}

const both = (course: Course) => [...beadsAlong(course), ...beadsAlong(mirrored(course))];
/** Left ribs from the first to the twelfth. */
export const ribs = Array.from({ length: 12 }, (_, i) => ribCourse(i + 1));
const bones: readonly Bone[] = [
  ...ribs.map(({ bone }) => ({ beads: both(bone), thickness: 1.5 })),
  { beads: both(collarBone), thickness: 2 },
];
const cartilages = ribs.flatMap(({ cartilage }) => cartilage.length ? both(cartilage) : []);

export function paintSkeleton(slice: Slice, { z, tissue }: { z: number; tissue: Tissue }): void {
  paintBeads(slice, { beads: cartilages, z, hu: 105 });
  for (const { beads, thickness } of bones) {
    paintBeads(slice, { beads, z, hu: cortex });
    paintBeads(slice, { beads, z, hu: marrow, grow: -thickness });
  }
  paintSternum(slice, z);
  for (const side of sides) paintShoulder(slice, { side, z });
  paintVertebra(slice, { z, tissue });
}

function paintSternum(slice: Slice, z: number): void {
  if (z > 78 || z < -96) return;
  const half = z > 30 ? 13 + (z - 30) * 0.22 : z > -80 ? 11 : 6;
  const y = frontAt(Math.min(z, 40)) + (z > 40 ? (z - 40) * 0.75 : 0) - 3;
  const joint = Math.abs(z - 28) < 2;
  paintCapsule(slice, { from: [-half, y], to: [half, y], r: 6, hu: joint ? 130 : 480 });
  if (!joint) paintCapsule(slice, { from: [-half, y], to: [half, y], r: 4.4, hu: 170 });
}

function paintShoulder(slice: Slice, { side, z }: { side: number; z: number }): void {
  if (z < -48) return;
  const low = Math.min(1, (z + 48) / 40);
  const from = [side * (98 - 6 * low), 88 - z * 0.05] as const;
  const to = [side * (104 + 34 * low), 70 - 34 * low] as const;
  for (const [r, hu] of [[3.2, cortex], [1.7, 260]] as const) {
    paintCapsule(slice, { from, to, r, hu });
    if (z > 55) {
      paintCapsule(slice, { from: [side * 136, 40], to: [side * 140, 18], r: r * (1 + (z - 55) / 25), hu });
    }
  }
  if (z > 66) {
    const head = Math.min(1, (z - 66) / 16) * 19;
    paintEllipse(slice, { x: side * 152, y: -2, rx: head, ry: head * 0.95, hu: cortex });
    paintEllipse(slice, { x: side * 152, y: -2, rx: head - 2, ry: head * 0.95 - 2, hu: 240, edge: 2.5 });
  }
}

function paintVertebra(slice: Slice, { z, tissue }: { z: number; tissue: Tissue }): void {
  const y = spineAt(z)[0];
  /** Height within the segment: the disc lies around 0, the pedicles in the upper half. */
  const phase = ((z % segment) + segment) % segment;
  const disc = phase < 4.5;
  const endPlate = phase < 6.5 || phase > segment - 2;
  const grown = 1 + 0.1 * Math.max(0, -z / 200);
  const body = { x: 0, y, rx: 15.5 * grown, ry: 12.5 * grown, square: 0.3 };
  const texture = { tile: tissue.fine, amount: 22, shift: tissue.shift };
  const waist = disc || endPlate ? 0 : 1.2;
  // The muscles that hold the back upright.
  for (const side of sides) {
    paintEllipse(slice, { x: side * 24, y: y + 31, rx: 20, ry: 13, angle: side * -0.3, hu: 56 });
  }
  if (phase > 9 && phase < 21) {
    for (const side of sides) {
      const root = [side * 9, y + 12] as const, tip = [side * 32, y + 26] as const;
      paintCapsule(slice, { from: root, to: tip, r: 4.6, hu: cortex });
      paintCapsule(slice, { from: root, to: tip, r: 3, hu: 300 });
    }
  }
  for (const side of sides) {
    const arch = { from: [side * 12, y + 16], to: [side * 2, y + 31], hu: cortex } as const;
    if (!disc) paintCapsule(slice, { ...arch, r: 3.4 });
  }
  const spinous = { from: [0, y + 31], to: [0, y + 40 + 10 * Math.sin(phase / segment * 3.14)] } as const;
  paintCapsule(slice, { ...spinous, r: 3.4, hu: cortex });
  paintCapsule(slice, { ...spinous, r: 1.8, hu: 320 });
  if (disc) paintEllipse(slice, { ...body, hu: 88 });
  else {
    paintEllipse(slice, { ...body, rx: body.rx - waist, ry: body.ry - waist, hu: endPlate ? 460 : 560 });
    paintEllipse(slice, {
      ...body,
      rx: body.rx - waist - 1.6,
      ry: body.ry - waist - 1.6,
      hu: endPlate ? 380 : 185,
      texture,
    });
  }
  paintEllipse(slice, { x: 0, y: y + 20, rx: 9, ry: 8.4, hu: -20 });
  paintEllipse(slice, { x: 0, y: y + 20, rx: 8, ry: 7.4, hu: 14 });
  paintEllipse(slice, { x: 0, y: y + 19.5, rx: 5, ry: 4, hu: 42 });
}
