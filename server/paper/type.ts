import type { Face } from "./face.ts";

/** A face in use by one page: what was written with it, a code for each character. */
export interface Type {
  readonly face: Face;
  /** Points. */
  widthOf(text: string, size: number): number;
  /** Operand and operator that show a text (ISO 32000-2 §9.4.3). */
  shown(text: string): string;
  /** Characters in the order of their codes, which begin at 1. */
  used(): readonly number[];
}

interface Setting {
  readonly shown: string;
  /** Thousandths of the size. */
  readonly width: number;
}

export function createType(face: Face): Type {
  const codes = new Map<number, number>();
  const settings = new Map<string, Setting>();
  const codeOf = (codePoint: number): string => {
    if (!codes.has(codePoint)) codes.set(codePoint, codes.size + 1);
    return codes.get(codePoint)!.toString(16).padStart(4, "0");
  };
  const set = (text: string): Setting => {
    const printable = face.printable(text);
    const kerning = face.kerning(printable);
    let [shown, width] = ["<", 0];
    [...printable].forEach((one, at) => {
      const codePoint = one.codePointAt(0)!;
      width += face.glyphOf(codePoint).width + kerning[at];
      shown += codeOf(codePoint) + (kerning[at] === 0 ? "" : `>${Math.round(-kerning[at])}<`);
    });
    return { shown: `[${shown}>] TJ`, width };
  };
  const setting = (text: string): Setting => {
    if (!settings.has(text)) settings.set(text, set(text));
    return settings.get(text)!;
  };
  return {
    face,
    widthOf: (text, size) => setting(text).width * size / 1000,
    shown: (text) => setting(text).shown,
    used: () => [...codes.keys()],
  };
}
