import type { PdfPage, TextPiece } from "./pdf.ts";

/** Text's height over its baseline, as a share of its size: sans-serif fonts differ little. */
const ASCENT = 0.8;
let measure: CanvasRenderingContext2D | null = null;

/**
 * Lays the page's words over its picture, to be selected and read out. Sizes follow the layer's `--scale`
 * (pixels a point), so a zoom moves nothing here.
 */
export async function layText(layer: HTMLElement, page: PdfPage): Promise<void> {
  const pieces = await page.text();
  const fragment = document.createDocumentFragment();
  for (const piece of pieces) {
    if (piece.text) fragment.append(wordsOf(piece));
    if (piece.endsLine) fragment.append(document.createElement("br"));
  }
  layer.replaceChildren(fragment);
}

function wordsOf({ text, x, y, width, size, angle }: TextPiece): HTMLElement {
  const span = document.createElement("span");
  span.textContent = text;
  const { style } = span;
  style.setProperty("--x", String(x + ASCENT * size * Math.sin(angle)));
  style.setProperty("--y", String(y - ASCENT * size * Math.cos(angle)));
  style.setProperty("--size", String(size));
  style.setProperty("--turn", `${angle}rad`);
  const natural = widthOf(text, size);
  if (natural > 0 && width > 0) style.setProperty("--stretch", String(width / natural));
  return span;
}

function widthOf(text: string, size: number): number {
  measure ??= document.createElement("canvas").getContext("2d");
  if (!measure) return 0;
  measure.font = `${size}px sans-serif`;
  return measure.measureText(text).width;
}
