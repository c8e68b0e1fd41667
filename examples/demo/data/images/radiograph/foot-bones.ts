/** The bones of a right foot in space (mm): x to the little toe's side, y to the toes from the heel, z up from the sole. */

type Point = readonly [x: number, y: number, z: number];

export interface LongBone {
  readonly base: Point;
  readonly head: Point;
  /** Radii at base, shaft and head. */
  readonly radii: readonly [number, number, number];
}

export interface ShortBone {
  readonly lumps: readonly {
    readonly at: Point;
    readonly half: Point;
    /** Turned in the plane of the sole, radians. */
    readonly angle?: number;
    readonly power?: number;
  }[];
}

const metatarsals: readonly LongBone[] = [
  { base: [-22, 130, 38], head: [-31, 186, 17], radii: [10.5, 6.2, 9.8] },
  { base: [-7, 139, 38], head: [-11, 200, 15], radii: [7.6, 3.9, 6] },
  { base: [5, 133, 34], head: [7, 194, 13], radii: [7.2, 3.7, 5.7] },
  { base: [16, 124, 28], head: [24, 184, 12], radii: [7, 3.7, 5.6] },
  { base: [28, 112, 18], head: [41, 171, 11], radii: [8, 4.2, 5.8] },
];

/** Of each toe, from the foot outwards. */
const phalanges: readonly LongBone[] = [
  { base: [-31, 200, 14], head: [-27, 222, 11], radii: [8.4, 5, 6.9] },
  { base: [-26.4, 232, 10], head: [-24, 245, 8], radii: [7.4, 3.5, 4.9] },
  { base: [-10.5, 210, 13], head: [-9, 230, 14], radii: [5.4, 3, 4.3] },
  { base: [-8.8, 236, 12], head: [-8.4, 243, 9], radii: [4.2, 2.9, 3.7] },
  { base: [-8.2, 248.5, 8], head: [-7.8, 254, 6], radii: [3.3, 1.8, 2.5] },
  { base: [8, 204, 12], head: [9.6, 223, 13], radii: [5.2, 2.8, 4.1] },
  { base: [9.8, 229, 11], head: [10, 235, 8], radii: [4, 2.8, 3.5] },
  { base: [10.2, 240.5, 7], head: [10, 245.5, 6], radii: [3.2, 1.7, 2.4] },
  { base: [25, 194, 11], head: [25.6, 211, 12], radii: [5, 2.7, 3.9] },
  { base: [25.4, 217, 10], head: [25, 221.5, 8], radii: [3.8, 2.8, 3.4] },
  { base: [24.6, 226.5, 7], head: [24, 231, 6], radii: [3, 1.7, 2.3] },
  { base: [42, 181, 10], head: [40, 196, 11], radii: [4.9, 2.7, 3.8] },
  { base: [39.4, 201.5, 9], head: [38.6, 205, 7], radii: [3.7, 2.8, 3.3] },
  { base: [38, 209.5, 6], head: [36.8, 213.5, 6], radii: [2.9, 1.7, 2.2] },
];

export const longBones: readonly LongBone[] = [...metatarsals, ...phalanges];

export const shortBones: readonly ShortBone[] = [
  // Medial, intermediate and lateral cuneiform.
  { lumps: [{ at: [-20.5, 111, 36], half: [9.5, 13, 11], angle: 0.12, power: 3.4 }] },
  { lumps: [{ at: [-6.5, 122, 39], half: [7.5, 9, 9], power: 3.4 }] },
  { lumps: [{ at: [5.5, 115, 35], half: [7.5, 13, 9], angle: -0.1, power: 3.4 }] },
  // Cuboid.
  {
    lumps: [
      { at: [20, 94, 22], half: [12, 16, 11], angle: -0.25, power: 3.2 },
      { at: [21, 106, 21], half: [12, 8, 10], angle: -0.3, power: 3 },
    ],
  },
  // Navicular: a bow round the head of the talus.
  {
    lumps: [
      { at: [-10, 97, 39], half: [14, 7, 12], angle: 0.06, power: 2.6 },
      { at: [-22, 93, 37], half: [9, 7, 10], angle: 0.6 },
      { at: [1, 95, 37], half: [8, 7, 10], angle: -0.4 },
    ],
  },
  // Talus.
  {
    lumps: [
      { at: [-11, 79, 42], half: [14, 11, 12] },
      { at: [-8, 68, 44], half: [11, 12, 10] },
      { at: [-3, 48, 52], half: [17, 22, 14], angle: -0.1, power: 2.6 },
    ],
  },
  // Calcaneus.
  {
    lumps: [
      { at: [13, 66, 22], half: [11, 16, 12], angle: -0.2, power: 2.6 },
      { at: [7, 36, 22], half: [15, 34, 18], angle: -0.12, power: 2.6 },
      { at: [2, 14, 20], half: [17, 15, 18] },
    ],
  },
  // Styloid process of the fifth metatarsal.
  { lumps: [{ at: [33, 106, 17], half: [5.5, 10, 6], angle: -0.5 }] },
  // Sesamoids.
  { lumps: [{ at: [-37, 181, 6], half: [4.6, 6, 4] }] },
  { lumps: [{ at: [-26, 182, 6], half: [4.4, 5.6, 4] }] },
];

/** Outline of the flesh at each y: edge on the big toe's side, on the other, height. */
export const flesh = [
  [-17, 1, 3, 0],
  [-15, -9, 14, 12],
  [-8, -20, 25, 32],
  [8, -27, 33, 48],
  [26, -29, 36, 56],
  [60, -32, 40, 70],
  [95, -36, 42, 62],
  [130, -39, 46, 54],
  [165, -45, 51, 38],
  [186, -47, 52, 30],
  [200, -46, 50, 25],
  [212, -42, 44, 12],
  [220, -36, 38, 1],
] as const;

/** Flesh round the toes: from, to, radius. */
export const toes: readonly { from: readonly [number, number]; to: readonly [number, number]; r: number }[] =
  [
    { from: [-32, 200], to: [-25, 244], r: 13.5 },
    { from: [-10, 210], to: [-8.2, 251], r: 8.2 },
    { from: [8, 206], to: [10, 242], r: 7.8 },
    { from: [25, 196], to: [24.3, 228], r: 7.6 },
    { from: [42, 182], to: [37.4, 211], r: 7.8 },
  ];
