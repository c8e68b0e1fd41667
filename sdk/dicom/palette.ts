/** Palettes (DICOM PS3.3 C.7.9). */
import type { Extent, Palette } from "../contract/imaging.ts";
import type { DataSet } from "./data-set.ts";
import { Tag } from "./tags.ts";

/**
 * Descriptor (entries, first value mapped, bits) and where the tables lie; null where there is none, where it
 * is segmented, or where a table is too short for its entries. A table of 8-bit entries may hold them a byte
 * each, or a 16-bit word each: its length tells.
 */
export function paletteOf(dataSet: DataSet, { signed }: { signed: boolean }): Palette | null {
  const [entries, first, bits] = dataSet.numbers(Tag.RedPaletteDescriptor);
  const tables = [Tag.RedPaletteData, Tag.GreenPaletteData, Tag.BluePaletteData].map((tag): Extent => {
    const table = dataSet.element(tag);
    return table ? [table.start, table.length] : [0, 0];
  });
  if (bits !== 8 && bits !== 16) return null;
  // 0 stands for 2^16 (PS3.3 C.7.6.3.1.5).
  const count = entries === 0 ? 65_536 : entries & 0xffff;
  if (tables.some(([, length]) => length < count * bits / 8)) return null;
  const mapped = signed ? first << 16 >> 16 : first & 0xffff;
  const [red, green, blue] = tables;
  return { descriptor: [count, mapped, bits], red, green, blue };
}
