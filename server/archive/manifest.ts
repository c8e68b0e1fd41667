/** What an export is, pinned when it is asked for: from then on not a byte of it changes. */
import type { Volume } from "@tuodossier/sdk/contract";
import { layout, type ZipLayout } from "./zip.ts";

/** An entry: its name, the blob it is, that blob's length and CRC-32. Always stored, never deflated. */
export type PinnedEntry = readonly [name: string, blob: string, bytes: number, crc32: number];

export interface PinnedVolume {
  readonly entries: readonly PinnedEntry[];
  /** Ids of what is in it, for rights and trace. */
  readonly studies: readonly string[];
  readonly documents: readonly string[];
}

/** As it lies in the database, in JSON. `summary` alone is read for lists. */
export interface Manifest {
  readonly summary: readonly Volume[];
  readonly volumes: readonly PinnedVolume[];
  /** Blobs made for this export alone, which go with it. */
  readonly made: readonly string[];
}

/** The same entries and the same instant give the same bytes. */
export const volumeLayout = ({ entries }: Pick<PinnedVolume, "entries">, createdAt: Date): ZipLayout =>
  layout(entries.map(([name, _, bytes, crc32]) => ({
    name,
    bytes,
    uncompressedBytes: bytes,
    crc32,
    method: 0,
    modified: createdAt,
  })));

/** The names of volumes tell the day and the number, nothing of the patient. */
export function volumeName(createdAt: Date, { number, of }: { number: number; of: number }): string {
  const day = createdAt.toISOString().slice(0, 10);
  return of === 1 ? `TuoDossier-${day}.zip` : `TuoDossier-${day}-${number}.zip`;
}

/** A strong tag (RFC 9110 §8.8.1): an export's volume never has other bytes. */
export const volumeTag = (exportId: string, number: number): string => `"${exportId}.${number}"`;
