import type { PlanInstance, SeriesPlan } from "@tuodossier/sdk";
import { ImageFault } from "./faults.ts";
import { type PaletteTables, paletteTables } from "./palette.ts";
import type { ViewerSource } from "./source.ts";
import { isBigEndian } from "./transfer-syntax.ts";

/** Reads each instance's palette once, however many frames it has. */
export function createPalettes(plan: SeriesPlan, source: ViewerSource) {
  const known = new Map<string, PaletteTables>();

  return async function palettes(instance: PlanInstance, signal: AbortSignal): Promise<PaletteTables> {
    const palette = instance.pixels?.palette;
    const ready = known.get(instance.id);
    if (ready) return ready;
    if (!palette) throw new ImageFault("pixels-corrupt", "PALETTE COLOR");
    const extents = [palette.red, palette.green, palette.blue] as const;
    const start = Math.min(...extents.map(([from]) => from));
    const end = Math.max(...extents.map(([from, length]) => from + length));
    const bytes = await source.bytes(plan, [start, end - start], signal);
    const [red, green, blue] = extents.map(([from, length]) =>
      bytes.subarray(from - start, from - start + length)
    );
    const bigEndian = isBigEndian(instance.transferSyntaxUid);
    const tables = paletteTables(palette.descriptor, [red, green, blue], bigEndian);
    known.set(instance.id, tables);
    return tables;
  };
}
