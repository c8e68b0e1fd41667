/** The order in which a series is shown. */
import type { Instance } from "../contract/imaging.ts";

type Vector = readonly [number, number, number];

export type Orderable = Pick<Instance, "sopInstanceUid" | "instanceNumber"> & {
  readonly pixels: {
    readonly imagePosition: Vector | null;
    readonly imageOrientation: readonly number[] | null;
  } | null;
};

/** Cosines within this are one orientation. */
const PARALLEL = 1e-3;
/** Millimetres within which two slices lie in one place. */
const SAME_PLACE = 1e-3;

/**
 * A new list: along the normal (the cross product of row and column, PS3.3 C.7.6.2.1.1) where all that have
 * pixels share an orientation, those without pixels behind; else by instance number, then by UID. Where most
 * places repeat (phases, echoes) the numbers decide.
 */
export function orderInstances<T extends Orderable>(instances: readonly T[]): T[] {
  const byNumber = [...instances].sort(compareNumbers);
  const places = placesOf(byNumber.filter(({ pixels }) => pixels !== null));
  if (!places) return byNumber;
  return byNumber
    .map((instance, i) => ({ instance, place: places.get(instance) ?? Infinity, i }))
    .sort((a, b) => a.place === b.place ? a.i - b.i : a.place - b.place)
    .map(({ instance }) => instance);
}

function compareNumbers(a: Orderable, b: Orderable): number {
  const [first, second] = [a.instanceNumber ?? Infinity, b.instanceNumber ?? Infinity];
  if (first !== second) return first - second;
  return a.sopInstanceUid < b.sopInstanceUid ? -1 : a.sopInstanceUid > b.sopInstanceUid ? 1 : 0;
}

/** Millimetres along the common normal; null where there is none, or where most places repeat. */
function placesOf<T extends Orderable>(instances: readonly T[]): Map<T, number> | null {
  const axes = instances[0]?.pixels?.imageOrientation;
  if (!axes) return null;
  const places = new Map<T, number>();
  for (const instance of instances) {
    const { imageOrientation, imagePosition } = instance.pixels ?? {};
    if (!imageOrientation || !imagePosition) return null;
    if (imageOrientation.some((cosine, i) => Math.abs(cosine - axes[i]) > PARALLEL)) return null;
    places.set(instance, dot(imagePosition, normalOf(axes)));
  }
  const distinct = new Set([...places.values()].map((place) => Math.round(place / SAME_PLACE)));
  return distinct.size * 2 > instances.length ? places : null;
}

function normalOf([a, b, c, d, e, f]: readonly number[]): Vector {
  return [b * f - c * e, c * d - a * f, a * e - b * d];
}

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
