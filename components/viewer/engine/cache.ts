import type { Picture } from "./picture.ts";

/** How far a picture is from being wanted; the farthest leaves first. */
export type Distance = (index: number) => number;

/** Decoded pictures of every viewer on the page, within one memory budget. */
export interface PixelCache {
  readonly budget: number;
  readonly bytes: number;
  /** A place for one series. `close` leaves its pictures to be evicted before all others. */
  open(seriesKey: string, distance: Distance): CacheShelf;
}

export interface CacheShelf {
  get(index: number): Picture | null;
  set(index: number, picture: Picture): void;
  close(): void;
}

interface Entry {
  readonly picture: Picture;
  readonly shelf: Shelf;
  readonly index: number;
}

interface Shelf {
  readonly entries: Map<number, Entry>;
  distance: Distance;
}

/** Phones end a tab that takes much more. */
export const DEFAULT_BUDGET = 192 * 1024 * 1024;

/**
 * A cache that never holds more than `budget` bytes, the last picture excepted.
 *
 * @example
 * ```ts
 * import { createPixelCache } from "./cache.ts";
 * const shelf = createPixelCache(10).open("series", (index) => index);
 * const picture = { kind: "grey", rows: 1, columns: 8, values: new Uint8Array(8) } as const;
 * shelf.set(0, picture);
 * shelf.set(1, picture);
 * if (shelf.get(1) !== null || shelf.get(0) === null) throw new Error("the far one leaves");
 * ```
 */
export function createPixelCache(budget: number = DEFAULT_BUDGET): PixelCache {
  const shelves = new Map<string, Shelf>();
  let bytes = 0;

  const drop = ({ shelf, index, picture }: Entry) => {
    shelf.entries.delete(index);
    bytes -= picture.values.byteLength;
  };
  const farthest = (): Entry | null => {
    let found: Entry | null = null;
    let reach = -1;
    for (const shelf of shelves.values()) {
      for (const entry of shelf.entries.values()) {
        const distance = shelf.distance(entry.index);
        if (distance > reach) [found, reach] = [entry, distance];
      }
    }
    return found;
  };
  const shrink = () => {
    while (bytes > budget) {
      const entry = farthest();
      if (!entry) return;
      drop(entry);
    }
  };

  return {
    budget,
    get bytes() {
      return bytes;
    },
    open(seriesKey, distance) {
      const shelf = shelves.get(seriesKey) ?? { entries: new Map(), distance };
      shelf.distance = distance;
      shelves.delete(seriesKey);
      shelves.set(seriesKey, shelf);
      return {
        get: (index) => shelf.entries.get(index)?.picture ?? null,
        set: (index, picture) => {
          const old = shelf.entries.get(index);
          if (old) drop(old);
          shelf.entries.set(index, { picture, shelf, index });
          bytes += picture.values.byteLength;
          shrink();
        },
        close: () => {
          if (shelf.distance === distance) shelf.distance = () => Infinity;
        },
      };
    },
  };
}
