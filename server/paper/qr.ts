import { correction, generate } from "lean-qr";

/** Rows of modules, `true` for a dark one, without the quiet zone (ISO/IEC 18004). */
export type QrCode = readonly (readonly boolean[])[];

/** It survives a crease and a coffee: 15 % of it may be lost. */
export function qrOf(text: string): QrCode {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const every = Array.from({ length: code.size }, (_, at) => at);
  return every.map((y) => every.map((x) => code.get(x, y)));
}

/** Its dark modules in stretches along a row: where each begins, and how long it is. */
export function stretchesOf(code: QrCode): { x: number; y: number; length: number }[] {
  return code.flatMap((row, y) =>
    [...row.map((dark) => dark ? "#" : " ").join("").matchAll(/#+/g)]
      .map(({ index, 0: { length } }) => ({ x: index, y, length }))
  );
}
