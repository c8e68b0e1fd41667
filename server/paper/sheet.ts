import type { Weight } from "./face.ts";
import { type Line, linesOf, type Rich, type Run } from "./lines.ts";
import type { Type } from "./type.ts";

/** Points. */
export const A4 = { width: 595.28, height: 841.89 } as const;

/** What a piece of the page is to who cannot see it (ISO 32000-2 §14.8), outermost first: `["L", "LI 2", "LBody"]`. */
export interface Tag {
  readonly path: readonly string[];
  /** In place of what is drawn. */
  readonly alt?: string;
}

/** One A4 page being drawn: lengths in points, the origin at its top left corner. */
export interface Sheet {
  readonly types: Readonly<Record<Weight, Type>>;
  /** PDF operators (ISO 32000-2 §8, §9), in the order of reading. */
  readonly operators: string[];
  /** By the number that marks their content. */
  readonly tags: Tag[];
}

export interface Style {
  readonly size: number;
  readonly leading?: number;
  readonly color?: Color;
}

/** Red, green and blue, as an operator takes them. */
export type Color = `${number} ${number} ${number}`;

export const BLACK: Color = "0 0 0";

export const createSheet = (types: Sheet["types"]): Sheet => ({ types, operators: [], tags: [] });

/** Two decimals are finer than any printer. */
const n = (value: number) => String(Math.round(value * 100) / 100);
const up = (y: number) => n(A4.height - y);

/** Draws what belongs to one piece of the page. */
export function tagged(sheet: Sheet, tag: Tag, draw: () => void): void {
  sheet.operators.push(`/${typeOf(tag.path.at(-1)!)} <</MCID ${sheet.tags.length}>> BDC`);
  sheet.tags.push(tag);
  draw();
  sheet.operators.push("EMC");
}

/** `LI 2` is the second of its kind. */
export const typeOf = (step: string): string => step.split(" ")[0];

/** Draws what is not read out: lines, grounds, the page's number. */
export function ornament(sheet: Sheet, draw: () => void): void {
  sheet.operators.push("/Artifact BMC");
  draw();
  sheet.operators.push("EMC");
}

const weightOf = ({ strong }: Run): Weight => strong ? "strong" : "regular";
const widthAt = (sheet: Sheet, size: number) => (run: Run): number =>
  sheet.types[weightOf(run)].widthOf(run.text, size);

export const linesIn = (sheet: Sheet, rich: Rich, at: { width: number; size: number }): Line[] =>
  linesOf(rich, { width: at.width, widthOf: widthAt(sheet, at.size) });

/** Draws lines, the first one's base line at `y`; answers the base line of the one that would follow. */
export function drawLines(
  sheet: Sheet,
  lines: readonly Line[],
  at: Style & { x: number; y: number; align?: "left" | "right" },
): number {
  const { x, size, leading = size * 1.4, color = BLACK, align = "left" } = at;
  let y = at.y;
  for (const line of lines) {
    const width = line.reduce((all, run) => all + widthAt(sheet, size)(run), 0);
    const left = align === "left" ? x : x - width;
    const shown = line.map((run) => {
      const weight = weightOf(run);
      return `/${weight} ${n(size)} Tf ${sheet.types[weight].shown(run.text)}`;
    });
    sheet.operators.push(`BT ${color} rg ${n(left)} ${up(y)} Td ${shown.join(" ")} ET`);
    y += leading;
  }
  return y;
}

/** Lines broken at spaces to `width`, from the base line at `y`; answers the base line that would follow. */
export const drawText = (
  sheet: Sheet,
  rich: Rich,
  at: Style & { x: number; y: number; width: number },
): number => drawLines(sheet, linesIn(sheet, rich, at), at);

/** The largest size at which a text fits a line; the smallest where it never does. */
export function sizeFor(
  sheet: Sheet,
  text: string,
  { width, largest, smallest }: { width: number; largest: number; smallest: number },
): number {
  const whole = sheet.types.strong.widthOf(text, 1);
  return Math.max(smallest, Math.min(largest, width / whole));
}

export function drawRule(
  sheet: Sheet,
  { x, y, width, weight = 0.6, color = BLACK }: {
    x: number;
    y: number;
    width: number;
    weight?: number;
    color?: Color;
  },
): void {
  sheet.operators.push(`${color} RG ${n(weight)} w ${n(x)} ${up(y)} m ${n(x + width)} ${up(y)} l S`);
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Boxes filled at once, so that no seam shows between neighbours. */
export function drawBoxes(sheet: Sheet, boxes: readonly Box[], color: Color): void {
  const paths = boxes.map(({ x, y, width, height }) =>
    `${n(x)} ${up(y + height)} ${n(width)} ${n(height)} re`
  );
  sheet.operators.push(`${color} rg ${paths.join(" ")} f`);
}

/** The page's one picture. */
export function drawLogo(sheet: Sheet, { x, y, width, height }: Box): void {
  sheet.operators.push(`q ${n(width)} 0 0 ${n(height)} ${n(x)} ${up(y + height)} cm /logo Do Q`);
}
