import type { Palette } from "@tuodossier/sdk";
import { ImageFault } from "./faults.ts";
import type { Samples } from "./samples.ts";

/** A palette's three tables, 8 bits an entry. */
export interface PaletteTables {
  /** The stored value the first entry stands for. */
  readonly first: number;
  readonly red: Uint8Array;
  readonly green: Uint8Array;
  readonly blue: Uint8Array;
}

/**
 * Palette tables from their bytes (DICOM PS3.3 C.7.6.3.1.5 and C.7.9).
 *
 * @throws {ImageFault} `pixels-corrupt` where a table is shorter than its descriptor says.
 */
export function paletteTables(
  descriptor: Palette["descriptor"],
  tables: readonly [red: Uint8Array, green: Uint8Array, blue: Uint8Array],
  bigEndian: boolean,
): PaletteTables {
  const entries = descriptor[0] || 65536;
  const words = tables.map((bytes) => tableValues({ bytes, entries, bits: descriptor[2], bigEndian }));
  // Some writers say 16 bits and store 8: then no value reaches 256.
  const narrow = words.every((table) => table.every((value) => value < 256));
  const [red, green, blue] = words.map((table) =>
    Uint8Array.from(table, (value) => narrow ? value : value >> 8)
  );
  return { first: descriptor[1], red, green, blue };
}

function tableValues(table: { bytes: Uint8Array; entries: number; bits: number; bigEndian: boolean }) {
  const { bytes, entries, bits, bigEndian } = table;
  if (bits <= 8 && bytes.length < entries * 2) {
    if (bytes.length < entries) throw new ImageFault("pixels-corrupt", "PALETTE COLOR");
    return Uint16Array.from(bytes.subarray(0, entries));
  }
  if (bytes.length < entries * 2) throw new ImageFault("pixels-corrupt", "PALETTE COLOR");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint16Array.from({ length: entries }, (_, i) => view.getUint16(i * 2, !bigEndian));
}

/** Values below the first entry take the first, those above the last take the last (PS3.3 C.7.6.3.1.5). */
export function paletteToRgba(
  values: Samples,
  { first, red, green, blue }: PaletteTables,
): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(values.length * 4);
  const last = red.length - 1;
  for (let i = 0, to = 0; i < values.length; i++, to += 4) {
    const entry = Math.min(Math.max(values[i] - first, 0), last);
    rgba[to] = red[entry];
    rgba[to + 1] = green[entry];
    rgba[to + 2] = blue[entry];
    rgba[to + 3] = 255;
  }
  return rgba;
}
