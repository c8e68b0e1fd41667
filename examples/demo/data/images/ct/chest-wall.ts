/** Body outline, muscles and lungs of the thorax phantom, by height above the carina (mm). */
import type { Tile } from "../noise.ts";
import { track } from "../track.ts";
import { paintCapsule, paintEllipse, type Slice } from "./slice.ts";

/** Half width and half depth of the trunk. */
const trunkAt = track([[-215, 150, 110], [-130, 156, 114], [-60, 164, 114], [0, 170, 111], [60, 168, 98], [
  112,
  142,
  80,
]]);
/** Of each lung with its pleura: distance of its middle from the midline, half width, half depth, its y. */
export const lungAt = track([
  [-215, 65, 66, 86, 2],
  [-110, 66, 69, 90, 3],
  [-50, 66, 70, 90, 4],
  [0, 65, 68, 84, 5],
  [50, 60, 56, 66, 10],
  [80, 51, 40, 46, 14],
  [100, 46, 23, 26, 17],
  [111, 44, 2, 2, 18],
]);
/** y of the vertebral bodies' middle. */
export const spineAt = track([[-215, 38], [-100, 53], [0, 62], [50, 58], [112, 44]]);

export interface Tissue {
  /** Coarse and fine unevenness. */
  readonly coarse: Tile;
  readonly fine: Tile;
  /** Moves the textures from slice to slice. */
  readonly shift: number;
}

const sides = [-1, 1] as const;

export function paintTrunk(slice: Slice, { z, tissue }: { z: number; tissue: Tissue }): void {
  const [halfWidth, halfDepth] = trunkAt(z);
  const shoulder = Math.max(0, Math.min(1, (z - 40) / 60));
  paintTable(slice);
  const layer = (inset: number, hu: number, texture?: { amount: number }) => {
    const grain = texture && { tile: tissue.coarse, amount: texture.amount, shift: tissue.shift };
    for (const side of sides) {
      paintEllipse(slice, {
        x: side * 128,
        y: 16,
        rx: 60 * shoulder - inset,
        ry: 52 * shoulder - inset,
        hu,
        texture: grain,
      });
      paintBreast(slice, { side, z, inset, hu });
    }
    paintEllipse(slice, {
      x: 0,
      y: 6,
      rx: halfWidth - inset,
      ry: halfDepth + 5 - inset,
      square: 0.45,
      hu,
      texture: grain,
    });
  };
  layer(0, 25);
  layer(1.8, -105, { amount: 7 });
  paintGlands(slice, { z, tissue });
  const muscle = { hu: 54, texture: { tile: tissue.coarse, amount: 11, shift: tissue.shift + 40 } };
  for (const side of sides) {
    paintEllipse(slice, { x: side * 126, y: 16, rx: 50 * shoulder - 5, ry: 44 * shoulder - 4, ...muscle });
  }
  paintEllipse(slice, { x: 0, y: 7, rx: halfWidth - 14, ry: halfDepth - 10, square: 0.4, ...muscle });
  paintMuscleGaps(slice, { z, halfWidth, halfDepth });
}

function paintBreast(
  slice: Slice,
  { side, z, inset, hu }: { side: number; z: number; inset: number; hu: number },
) {
  const cut = 1 - ((z + 62) / 58) ** 2;
  if (cut <= 0) return;
  const share = Math.sqrt(cut);
  paintEllipse(slice, {
    x: side * 82,
    y: -96,
    rx: 58 * share - inset,
    ry: 44 * share - inset,
    angle: side * 0.35,
    hu,
  });
}

function paintGlands(slice: Slice, { z, tissue }: { z: number; tissue: Tissue }): void {
  const cut = 1 - ((z + 62) / 40) ** 2;
  if (cut <= 0) return;
  const texture = { tile: tissue.coarse, amount: 45, shift: tissue.shift + 9 };
  for (const side of sides) {
    paintEllipse(slice, {
      x: side * 88,
      y: -114,
      rx: 30 * Math.sqrt(cut),
      ry: 13 * Math.sqrt(cut),
      angle: side * 0.35,
      hu: -35,
      edge: 9,
      texture,
    });
  }
}

/** Fat between the muscle layers. */
function paintMuscleGaps(
  slice: Slice,
  { z, halfWidth, halfDepth }: { z: number; halfWidth: number; halfDepth: number },
): void {
  const [, , , y] = lungAt(z);
  for (const side of sides) {
    const edge = (angle: number, inset: number) =>
      [side * (halfWidth - inset) * Math.sin(angle), y + (halfDepth - inset) * Math.cos(angle)] as const;
    const strip = (from: number, to: number, inset: number) => {
      for (let angle = from; angle < to; angle += 0.12) {
        paintCapsule(slice, { from: edge(angle, inset), to: edge(angle + 0.12, inset), r: 0.9, hu: -70 });
      }
    };
    strip(0.55, 1.5, 23);
    strip(1.75, 2.6, 22);
    paintCapsule(slice, {
      from: [side * 3, halfDepth - 13],
      to: [side * 2, halfDepth - 34],
      r: 1.1,
      hu: -70,
    });
    if (z > 0) {
      const axilla = Math.min(1, z / 45);
      paintEllipse(slice, {
        x: side * 118,
        y: -26,
        rx: 15 * axilla,
        ry: 30 * axilla,
        angle: side * -0.5,
        hu: -95,
        edge: 5,
      });
    }
  }
}

function paintTable(slice: Slice): void {
  for (let i = -10; i < 10; i++) {
    const at = (k: number, deep: number) => [k * 20, 142 - (k * k) / 9 + deep] as const;
    paintCapsule(slice, { from: at(i, 6), to: at(i + 1, 6), r: 5, hu: -930 });
    paintCapsule(slice, { from: at(i, 0), to: at(i + 1, 0), r: 1, hu: -420 });
    paintCapsule(slice, { from: at(i, 12), to: at(i + 1, 12), r: 1, hu: -420 });
  }
}

export function paintLungs(slice: Slice, { z, tissue }: { z: number; tissue: Tissue }): void {
  const [x, rx, ry, y] = lungAt(z);
  const texture = { tile: tissue.fine, amount: 17, shift: tissue.shift };
  if (rx < 4) return;
  for (const side of sides) {
    const pleura = { x: side * x, y, square: 0.28 };
    paintEllipse(slice, { ...pleura, rx: rx + 1.5, ry: ry + 1.5, hu: 10 });
    paintEllipse(slice, { ...pleura, rx, ry, hu: -868, texture });
    // Blood and weight make the lower lung denser: the patient lies on the back.
    paintEllipse(slice, { ...pleura, y: y + 16, rx: rx - 24, ry: ry - 40, hu: -838, edge: 44, texture });
  }
}
