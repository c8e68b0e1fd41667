import { openPdf, type PdfPage } from "./pdf.ts";

/** Pixels a point: 200 to the inch, sharp on paper and within what a phone can hold. */
const SCALE = 200 / 72;

/** A frame that is not laid out would not be printed. */
const OUT_OF_SIGHT = {
  position: "fixed",
  insetInlineStart: "-200vw",
  inlineSize: "50rem",
  blockSize: "70rem",
  border: "0",
};

/**
 * Prints a PDF's own pages: they are drawn into a blank frame in `place`, and that is printed. A frame with the
 * PDF itself would need the clinic's page to allow `blob:` frames.
 */
export async function printPdf(blob: Blob, place: Node): Promise<void> {
  const pdf = await openPdf(blob);
  try {
    await printPages(pdf.pages, place);
  } finally {
    await pdf.close();
  }
}

export async function printPages(pages: readonly PdfPage[], place: Node): Promise<void> {
  const frame = document.createElement("iframe");
  frame.className = "print-frame";
  Object.assign(frame.style, OUT_OF_SIGHT);
  frame.tabIndex = -1;
  frame.ariaHidden = "true";
  place.appendChild(frame);
  const target = frame.contentWindow as Window & typeof globalThis;
  const paper = target.document;
  const sheet = new target.CSSStyleSheet();
  const size = pages[0] ? `${pages[0].width}pt ${pages[0].height}pt` : "A4";
  sheet.replaceSync(
    `@page { size: ${size}; margin: 0 } body { margin: 0 }
     canvas { display: block; width: 100vw; height: auto; break-after: page; break-inside: avoid }
     canvas:last-child { break-after: auto }`,
  );
  paper.adoptedStyleSheets = [sheet];
  for (const page of pages) {
    const canvas = document.createElement("canvas");
    await page.draw(canvas, SCALE);
    paper.body.append(canvas);
  }
  const remove = () => frame.remove();
  target.addEventListener("afterprint", () => setTimeout(remove), { once: true });
  const focused = focusedIn(place);
  // Safari prints the window that has the focus.
  target.focus();
  target.print();
  focused?.focus();
  // Phones print without saying when they are done.
  setTimeout(remove, 10 * 60_000);
}

const focusedIn = (place: Node): HTMLElement | null => {
  const root = place.getRootNode();
  const { activeElement } = root instanceof ShadowRoot ? root : document;
  return activeElement instanceof HTMLElement ? activeElement : null;
};
