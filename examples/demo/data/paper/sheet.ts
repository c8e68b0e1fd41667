/** One A4 page being drawn: lengths in points, the origin at its top left corner. */
import { StandardFontEmbedder, StandardFonts } from "@cantoo/pdf-lib";

export const fonts = [StandardFonts.Helvetica, StandardFonts.HelveticaBold, StandardFonts.HelveticaOblique];
const embedders = fonts.map((name) => StandardFontEmbedder.for(name as never));

export type Face = 0 | 1 | 2;
export const plain: Face = 0;
export const bold: Face = 1;
export const oblique: Face = 2;

export const A4 = { width: 595.28, height: 841.89 } as const;
export const ink = "0.13 0.16 0.2";
export const faded = "0.42 0.46 0.5";
export const accent = "0.08 0.38 0.45";

/** PDF operators (ISO 32000-1 §8, §9), in the order they were drawn. */
export interface Sheet {
  readonly operators: string[];
}

export interface Style {
  readonly face?: Face;
  readonly size?: number;
  readonly color?: string;
  readonly align?: "left" | "right" | "center";
}

export const createSheet = (): Sheet => ({ operators: [] });

/** Two decimals are finer than any printer. */
const n = (value: number) => String(Math.round(value * 100) / 100);
const up = (y: number) => n(A4.height - y);

export const widthOf = (text: string, { face = plain, size = 10 }: Style) =>
  embedders[face].widthOfTextAtSize(text, size);

/** One line, its base line at `y`; `x` is its left, right or middle, as aligned. */
export function drawText(sheet: Sheet, text: string, at: Style & { x: number; y: number }): void {
  const { face = plain, size = 10, color = ink, align = "left", x, y } = at;
  const shift = align === "left" ? 0 : widthOf(text, at) * (align === "right" ? 1 : 0.5);
  const shown = embedders[face].encodeText(text);
  sheet.operators.push(`BT ${color} rg /F${face} ${n(size)} Tf ${n(x - shift)} ${up(y)} Td ${shown} Tj ET`);
}

/** Lines broken at spaces to `width`; returns the base line of the line that would follow. */
export function drawParagraph(
  sheet: Sheet,
  text: string,
  at: Style & { x: number; y: number; width: number; leading?: number },
): number {
  const leading = at.leading ?? (at.size ?? 10) * 1.4;
  let y = at.y;
  for (const line of linesOf(text, at)) {
    drawText(sheet, line, { ...at, y });
    y += leading;
  }
  return y;
}

function linesOf(text: string, style: Style & { width: number }): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(" ")) {
      const longer = line ? `${line} ${word}` : word;
      if (line && widthOf(longer, style) > style.width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    lines.push(line);
  }
  return lines;
}

export function drawLine(
  sheet: Sheet,
  line: { from: readonly [number, number]; to: readonly [number, number]; width?: number; color?: string },
): void {
  const { from, to, width = 0.6, color = faded } = line;
  sheet.operators.push(
    `${color} RG ${n(width)} w ${n(from[0])} ${up(from[1])} m ${n(to[0])} ${up(to[1])} l S`,
  );
}

export function drawBox(
  sheet: Sheet,
  box: { x: number; y: number; width: number; height: number; fill?: string; stroke?: string },
): void {
  const path = `${n(box.x)} ${up(box.y + box.height)} ${n(box.width)} ${n(box.height)} re`;
  if (box.fill) sheet.operators.push(`${box.fill} rg ${path} f`);
  if (box.stroke) sheet.operators.push(`${box.stroke} RG 0.7 w ${path} S`);
}

/** A disc of four Bézier arcs, or its upper half. */
export function drawDisc(
  sheet: Sheet,
  disc: { x: number; y: number; radius: number; fill: string; half?: boolean },
): void {
  const { x, y, radius: r, fill, half } = disc;
  const k = 0.5523 * r;
  const arc = (...points: [number, number][]) =>
    points.map(([dx, dy]) => `${n(x + dx)} ${up(y + dy)}`).join(" ") + " c";
  const upper = [arc([-r, -k], [-k, -r], [0, -r]), arc([k, -r], [r, -k], [r, 0])];
  const lower = half ? [] : [arc([r, k], [k, r], [0, r]), arc([-k, r], [-r, k], [-r, 0])];
  sheet.operators.push(`${fill} rg ${n(x - r)} ${up(y)} m ${[...upper, ...lower].join(" ")} h f`);
}
