/** The panel with what is needed at hand, legible at arm's length, and the way to the guide. */
import type { AccessPage, Key } from "./access-page.ts";
import { accent, faded, ground, left, measure, right } from "./grid.ts";
import { type QrCode, stretchesOf } from "./qr.ts";
import { type Box, drawBoxes, drawText, ornament, type Sheet, sizeFor, tagged } from "./sheet.ts";

interface At {
  readonly y: number;
  readonly scale: number;
  readonly code: QrCode;
}

/** Modules of white around a code (ISO/IEC 18004 §6.3.8). */
const QUIET = 4;
/** A code has to be read from paper: it does not shrink with the words. */
const CODE = 120;
const WHITE = "1 1 1";

export function drawKeys(sheet: Sheet, page: AccessPage, { y: top, scale, code }: At): number {
  const em = (points: number) => points * scale;
  const pad = em(18);
  const guideX = right - pad - CODE;
  const width = guideX - left - pad - em(20);

  // The ground lies under what is measured while it is drawn: its place is kept.
  const groundAt = sheet.operators.length;
  let y = top + pad;
  for (const key of page.keys) y = drawKey(sheet, key, { x: left + pad, y, width, scale });
  const keysEnd = y - em(22);
  const guideEnd = drawGuide(sheet, page, { x: guideX, y: top + pad, code, scale });
  const bottom = Math.max(keysEnd, guideEnd) + pad;

  const panel = createPanel(sheet, { x: left, y: top, width: measure, height: bottom - top });
  sheet.operators.splice(groundAt, 0, ...panel);
  return bottom + em(32);
}

/** The operators of the ground and its edge. */
function createPanel(sheet: Sheet, box: Box): string[] {
  const drawn: Sheet = { ...sheet, operators: [] };
  ornament(drawn, () => {
    drawBoxes(drawn, [box], ground);
    drawBoxes(drawn, [{ ...box, width: 3 }], accent);
  });
  return drawn.operators;
}

function drawKey(
  sheet: Sheet,
  { label, value, note }: Key,
  { x, y: top, width, scale }: { x: number; y: number; width: number; scale: number },
): number {
  const em = (points: number) => points * scale;
  let y = top + em(7);
  tagged(sheet, { path: ["P"] }, () => {
    drawText(sheet, [label], { x, y, width, size: em(9), color: faded });
    const size = sizeFor(sheet, value, { width, largest: em(18), smallest: em(12) });
    const leading = size * 1.2;
    y += size + em(4);
    y = drawText(sheet, [{ strong: value }], { x, y, width, size, leading }) - leading;
    if (note) {
      const style = { size: em(9.5), leading: em(13), color: faded };
      y = drawText(sheet, [note], { x, y: y + em(16), width, ...style }) - em(13);
    }
  });
  return y + em(20);
}

function drawGuide(
  sheet: Sheet,
  { guide }: AccessPage,
  { x, y: top, code, scale }: At & { x: number },
): number {
  const em = (points: number) => points * scale;
  const module = CODE / (code.length + 2 * QUIET);
  const width = CODE;
  tagged(sheet, { path: ["Figure"], alt: guide.alt }, () => {
    drawBoxes(sheet, [{ x, y: top, width: CODE, height: CODE }], WHITE);
    const dark = stretchesOf(code).map(({ x: column, y: row, length }) => ({
      x: x + (column + QUIET) * module,
      y: top + (row + QUIET) * module,
      width: length * module,
      height: module,
    }));
    drawBoxes(sheet, dark, "0 0 0");
  });
  let y = top + CODE + em(17);
  tagged(sheet, { path: ["P"] }, () => {
    y = drawText(sheet, [{ strong: guide.title }], { x, y, width, size: em(10.5), leading: em(14) });
    y = drawText(sheet, [guide.text], { x, y, width, size: em(9), leading: em(12.5), color: faded });
  });
  return y - em(8);
}
