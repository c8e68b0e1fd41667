import { html, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import type { Pdf, PdfPage } from "./pdf.ts";
import { layText } from "./text-layer.ts";

/** Phones give up on larger canvases without a word. */
const MOST_PIXELS = 16_000_000;

/** How sharp each page on the screen is drawn; absent until it comes near the window. */
const drawn = new WeakMap<Element, { page: PdfPage; scale: number }>();
const wanted = new WeakMap<Element, { page: PdfPage; scale: number }>();

const near = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) if (isIntersecting) draw(target);
}, { rootMargin: "100% 0px" });

/** All pages, one under the other: words of all at once, pictures of those near the window. */
export function pagesOf(options: {
  readonly pdf: Pdf;
  /** CSS pixels a point. */
  readonly scale: number;
  readonly heading: string;
  readonly label: (number: number, of: number) => string;
}): TemplateResult {
  const { pdf, scale, heading, label } = options;
  return html`
    <div class="pages" role="group" aria-label=${heading} tabindex="0">
      ${pdf.pages.map((page, index) =>
        html`
          <div class="page" role="group" aria-label=${label(index + 1, pdf.pages.length)}
            ${ref((element) => fill(element, page, scale))}>
            <canvas aria-hidden="true"></canvas>
            <div class="words"></div>
          </div>
        `
      )}
    </div>
  `;
}

function fill(element: Element | undefined, page: PdfPage, scale: number): void {
  if (!(element instanceof HTMLElement)) return;
  const { style } = element;
  style.setProperty("--width", String(page.width));
  style.setProperty("--height", String(page.height));
  style.setProperty("--scale", String(scale));
  const before = wanted.get(element);
  if (before?.page === page && before.scale === scale) return;
  wanted.set(element, { page, scale });
  if (before?.page !== page) layText(element.querySelector<HTMLElement>(".words")!, page).catch(reportError);
  near.unobserve(element);
  near.observe(element);
}

async function draw(element: Element): Promise<void> {
  const want = wanted.get(element);
  const have = drawn.get(element);
  if (!want || have?.page === want.page && have.scale === want.scale) return;
  drawn.set(element, want);
  const { page } = want;
  const most = Math.sqrt(MOST_PIXELS / (page.width * page.height));
  const fresh = document.createElement("canvas");
  fresh.ariaHidden = "true";
  try {
    await page.draw(fresh, Math.min(want.scale * devicePixelRatio, most));
    // The picture before stays until the new one is whole.
    if (wanted.get(element) === want) element.querySelector("canvas")?.replaceWith(fresh);
  } catch {
    drawn.delete(element);
  }
}
