/** Sharing files out over media of one size: each volume is a whole file-set of its own. */
import type { VolumeSize } from "@tuodossier/sdk/contract";

/**
 * The most bytes a volume's ZIP has. CD: 74 minutes are 333,000 sectors of 2,048 bytes (ECMA-130), sold as
 * 650 MB, and 650 MiB lie just below. DVD: the 4.7 × 10^9 of its name (ECMA-267 has a little more). FAT32:
 * the largest file it can hold (its size field has 32 bits).
 */
export const VOLUME_BYTES: Readonly<Record<VolumeSize, number>> = {
  unlimited: Infinity,
  cd: 650 * 2 ** 20,
  dvd: 4_700_000_000,
  fat32: 2 ** 32 - 1,
};

/** Anything with a length that can be told into volumes: leaves are files, the others folders of them. */
export interface Tree<T> {
  readonly leaf?: T;
  readonly bytes: number;
  readonly children: readonly Tree<T>[];
}

const SECTOR = 2048;
/** For README, INDEX, directories' own sectors and the heads of DICOMDIR and ZIP. */
const RESERVED = 512 * 1024;

/**
 * What a file costs on a medium: whole sectors (ISO 9660), and two more for its names, its ZIP headers, its
 * line in INDEX and MANIFEST and the directory records that lead to it.
 */
export const cost = (bytes: number): number => (Math.ceil(bytes / SECTOR) + 2) * SECTOR;

export const leaf = <T>(item: T, bytes: number): Tree<T> => ({
  leaf: item,
  bytes: cost(bytes),
  children: [],
});

export const branch = <T>(children: readonly Tree<T>[]): Tree<T> => ({
  bytes: children.reduce((sum, child) => sum + child.bytes, 0),
  children,
});

/**
 * Leaves by volume, in order. A branch stays whole where a volume can hold it, else its children are placed
 * one by one: a study larger than a volume is divided by series, a series by instance. A single file larger
 * than a volume gets one of its own, which then exceeds the limit: it is not left out.
 */
export function shareOut<T>(trees: readonly Tree<T>[], limit: number): T[][] {
  const volumes: T[][] = [];
  let free = 0;
  const open = (): void => {
    volumes.push([]);
    free = limit - RESERVED;
  };
  const take = (tree: Tree<T>): void => {
    if (tree.leaf !== undefined) volumes[volumes.length - 1].push(tree.leaf);
    tree.children.forEach(take);
  };
  const place = (tree: Tree<T>): void => {
    const divisible = tree.leaf === undefined && tree.bytes > limit - RESERVED;
    if (divisible) return tree.children.forEach(place);
    if (tree.bytes > free) open();
    take(tree);
    free -= tree.bytes;
  };
  open();
  trees.forEach(place);
  return volumes.filter((volume) => volume.length > 0);
}
