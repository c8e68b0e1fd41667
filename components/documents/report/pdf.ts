import { getDocument, PDFWorker, version } from "pdfjs-dist/legacy/build/pdf.mjs";
import { createPdfPort, pdfAssets } from "./pdf-port.ts";

/** An item of text as it lies on its page, in points from the upper left corner. */
export interface TextPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Radians, clockwise. */
  readonly angle: number;
  readonly endsLine: boolean;
}

export interface PdfPage {
  /** Points, at a scale of 1. */
  readonly width: number;
  readonly height: number;
  /** Draws the page; `scale` is pixels a point. */
  draw(canvas: HTMLCanvasElement, scale: number): Promise<void>;
  text(): Promise<readonly TextPiece[]>;
}

export interface Pdf {
  readonly pages: readonly PdfPage[];
  close(): Promise<void>;
}

/** pdf.js speaks of itself on these names; a page's own copy of it gets them back. */
const globals = globalThis as unknown as Record<string, unknown>;
for (const name of ["pdfjsLib", "_pdfjsTestingUtils"]) delete globals[name];

/**
 * Opens a PDF. Nothing in it is run: no scripts, no forms, no links (and pdf.js 5 has no `eval` any more).
 *
 * @throws when it is not a PDF, or needs a password.
 */
export async function openPdf(blob: Blob): Promise<Pdf> {
  const port = await createPdfPort(version);
  const worker = new PDFWorker({ port: port as unknown as null });
  const assets = pdfAssets(version);
  const task = getDocument({
    data: new Uint8Array(await blob.arrayBuffer()),
    worker,
    enableXfa: false,
    // A page's policy forbids fonts by address; the standard ones come as data.
    useSystemFonts: false,
    standardFontDataUrl: `${assets}standard_fonts/`,
    wasmUrl: `${assets}wasm/`,
    useWorkerFetch: false,
    verbosity: 0,
  });
  const close = async () => {
    await task.destroy().catch(() => {});
    worker.destroy();
    port instanceof Worker ? port.terminate() : port.close();
  };
  try {
    const file = await task.promise;
    const numbers = Array.from({ length: file.numPages }, (_, index) => index + 1);
    return { pages: await Promise.all(numbers.map((number) => openPage(file, number))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

type PdfFile = Awaited<ReturnType<typeof getDocument>["promise"]>;

async function openPage(file: PdfFile, number: number): Promise<PdfPage> {
  const page = await file.getPage(number);
  const whole = page.getViewport({ scale: 1 });
  return {
    width: whole.width,
    height: whole.height,
    async draw(canvas, scale) {
      const viewport = page.getViewport({ scale });
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      await page.render({ canvas, viewport, background: "#fff" }).promise;
    },
    async text() {
      const { items } = await page.getTextContent();
      return items.flatMap((item) => "str" in item ? [place(item, whole.transform)] : []);
    },
  };
}

type Matrix = readonly number[];

/** Where an item lies: its own matrix after the page's (PDF 32000-1, 8.3.4). */
function place(
  item: { str: string; transform: Matrix; width: number; hasEOL: boolean },
  page: Matrix,
): TextPiece {
  const [a, b, c, d, e, f] = item.transform;
  const across = [page[0] * a + page[2] * b, page[1] * a + page[3] * b];
  const size = Math.hypot(page[0] * c + page[2] * d, page[1] * c + page[3] * d);
  return {
    text: item.str,
    x: page[0] * e + page[2] * f + page[4],
    y: page[1] * e + page[3] * f + page[5],
    width: item.width,
    size,
    angle: Math.atan2(across[1], across[0]),
    endsLine: item.hasEOL,
  };
}
