/** Radiographs of a foot from its bones: from above, or turned on its inner side. */
import { track } from "../track.ts";
import { drawLumps, drawShaft, loss } from "./bone.ts";
import { exposed, type Film } from "./film.ts";
import { flesh, type LongBone, longBones, shortBones, toes } from "./foot-bones.ts";
import { createPlate, forRegion, type Plate, raise } from "./plate.ts";

export interface FootView {
  readonly side: "R" | "L";
  readonly view: "dorsoplantar" | "oblique";
  /** Radians by which the great toe leans to the others. */
  readonly valgus: number;
  readonly seed: number;
}

export const footSpacing = 0.18;
const fleshAt = track(flesh);

/** From space to the plate: turned about the foot's length, mirrored for the left. */
function projection({ side, view, valgus }: FootView) {
  const turn = view === "oblique" ? 0.62 : 0;
  const cos = Math.cos(turn), sin = Math.sin(turn), mirror = side === "R" ? 1 : -1;
  const lean = (x: number, y: number) => {
    const beyond = Math.max(0, y - 192);
    const share = x < -18 ? 1 : 0;
    return x - share * 5 * valgus + share * beyond * Math.tan(valgus);
  };
  return {
    u: (x: number, y: number, z: number) => mirror * (lean(x, y) * cos - (z - 20) * sin),
    half: (x: number, z: number) => Math.hypot(x * cos, z * sin),
    depth: (x: number, z: number) => Math.hypot(x * sin, z * cos),
    mirror,
    cos,
  };
}

export function footFilm(view: FootView): Film {
  const plate = createPlate({
    width: 920,
    height: 1560,
    spacing: footSpacing,
    origin: [view.side === "R" ? 445 : 475, 1470],
  });
  const project = projection(view);
  drawFlesh(plate, project);
  for (const { lumps } of shortBones) {
    drawLumps(plate, {
      cortex: 1,
      density: 0.86,
      lumps: lumps.map(({ at: [x, y, z], half: [hx, hy, hz], angle = 0, power }) => ({
        u: project.u(x, y, z),
        v: y,
        ru: project.half(hx, hz),
        rv: hy,
        depth: project.depth(hx, hz),
        angle: angle * project.mirror,
        power,
      })),
    });
  }
  for (const bone of longBones) drawShaft(plate, shaftOf(bone, project));
  return exposed(plate, {
    marker: view.side,
    markerAt: [-project.mirror * 58, 206],
    black: 0.1,
    white: 2.5,
    seed: view.seed,
  });
}

/** Wide and thin-walled at the ends, narrow and thick-walled between. */
function shaftOf(
  { base, head, radii: [atBase, narrow, atHead] }: LongBone,
  project: ReturnType<typeof projection>,
) {
  const at = (t: number, r: number, cortex: number) => {
    const [x, y, z] = base.map((from, i) => from + (head[i] - from) * t);
    return [project.u(x, y, z), y, r, cortex] as const;
  };
  const length = Math.hypot(head[0] - base[0], head[1] - base[1]);
  const inBase = Math.min(0.3, atBase * 0.55 / length), inHead = Math.min(0.3, atHead * 0.55 / length);
  return [
    at(0, atBase * 0.82, 0.8),
    at(inBase, atBase * 0.98, 0.9),
    at(inBase + 0.14, (atBase + narrow) / 2.05, narrow * 0.24),
    at(0.42, narrow * 1.02, narrow * 0.42),
    at(0.62, narrow, narrow * 0.42),
    at(1 - inHead - 0.12, (atHead + narrow) / 2.05, narrow * 0.26),
    at(1 - inHead, atHead * 0.94, 0.8),
    at(1, atHead * 0.86, 0.8),
  ];
}

function drawFlesh(plate: Plate, project: ReturnType<typeof projection>): void {
  const { outer, spacing, origin: [column, row] } = plate;
  for (const { from, to, r } of toes) {
    for (let k = 0; k <= 40; k++) {
      const x = from[0] + (to[0] - from[0]) * k / 40, y = from[1] + (to[1] - from[1]) * k / 40;
      raise(plate, outer, { u: project.u(x, y, 12), v: y, ru: r, rv: r, depth: r });
    }
  }
  let line = Number.NaN;
  let [inner, far, height] = [0, 0, 0];
  forRegion(plate, [0, plate.width - 1, 0, plate.height - 1], (i, x, y) => {
    const v = (row - y) * spacing;
    if (y !== line) {
      line = y;
      [inner, far, height] = v < -17 ? [0, 0, 0] : fleshAt(v);
    }
    const middle = project.u((inner + far) / 2, 0, height * 0.5 + 4);
    const half = project.half((far - inner) / 2, height * 0.45) * (v < 0 ? 1 : 1.02);
    const s = half > 0 ? ((x - column) * spacing - middle) / half : 2;
    const s2 = s * s;
    const body = s2 < 1 && v < 220 ? height * Math.sqrt(1 - s2) * (1 - 0.25 * s * project.mirror) : 0;
    const leg = v < 100
      ? 24 * Math.max(0, 1 - ((x - column) * spacing / 30) ** 2) * Math.min(1, Math.max(0, (100 - v) / 60))
      : 0;
    const toe = outer[i];
    const t = toe > 0 && body > 0 ? Math.sqrt(Math.sqrt(toe ** 4 + body ** 4)) : Math.max(toe, body);
    plate.loss[i] += (t + (body > 0 ? leg : 0)) * loss.soft;
    outer[i] = 0;
  });
}
