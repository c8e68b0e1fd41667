import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type PropertyValues } from "lit";
import { TuoElement } from "../../element.ts";
import { report } from "../../i18n/it/report.ts";
import { ui } from "../../i18n/it/ui.ts";
import { createLoad } from "../../load.ts";
import { button } from "../../ui/button.ts";
import { buttons } from "../../ui/button.css.ts";
import { ground } from "../../ui/base.css.ts";
import { onEscape } from "../../ui/escape.ts";
import { close, download, minus, plus, print } from "../../ui/icons.ts";
import { problem } from "../../ui/problem.ts";
import { notices } from "../../ui/problem.css.ts";
import { saveBlob } from "../../ui/save.ts";
import { skeleton } from "../../ui/skeleton.ts";
import { skeletons } from "../../ui/skeleton.css.ts";
import { openPdf, type Pdf } from "./pdf.ts";
import { pagesOf } from "./pages.ts";
import { printPages } from "./print.ts";
import { reportStyles } from "./report.css.ts";
import { TuoReportCloseEvent } from "./report.events.ts";

/** Pixels a point at which printed text is read with ease. */
const EASY = 1.35;
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];

/**
 * @summary Reads a PDF in the page: its pages with text that can be selected and read out, zoom, save, print.
 * Rooms open it in the place of their list; it is not meant for a clinic's page.
 * @fires tuo-report-close - The reader is done.
 */
export class TuoReport extends TuoElement {
  static override styles: CSSResultGroup = [ground, buttons, notices, skeletons, reportStyles];
  static override properties: PropertyDeclarations = {
    source: { attribute: false },
    heading: { attribute: false },
    fileName: { attribute: false },
    zoom: { state: true },
    width: { state: true },
    unreadable: { state: true },
    printing: { state: true },
  };

  /** Where the PDF comes from. */
  declare source: ((signal: AbortSignal) => Promise<Blob>) | null;
  declare heading: string;
  declare fileName: string;
  /** @internal Null: as wide as the room there is. */
  declare zoom: number | null;
  /** @internal */
  declare width: number;
  /** @internal */
  declare unreadable: boolean;
  /** @internal */
  declare printing: boolean;

  #pdf: Pdf | null = null;
  #observer = new ResizeObserver(([entry]) => this.width = Math.floor(entry.contentRect.width));
  #content = createLoad(this, async (_tuo, signal) => {
    const blob = await this.source?.(signal) ?? new Blob();
    await this.#close();
    this.unreadable = false;
    const pdf = await openPdf(blob).catch(() => null);
    if (signal.aborted) await pdf?.close();
    else [this.#pdf, this.unreadable] = [pdf, pdf === null];
    return blob;
  });

  constructor() {
    super();
    this.source = null;
    this.heading = "";
    this.fileName = "documento.pdf";
    this.zoom = null;
    this.width = 0;
    this.unreadable = false;
    this.printing = false;
    this.addEventListener("keydown", this.#press);
    onEscape(this, () => this.#leave());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.#close();
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>("h2")?.focus(options);
  }

  protected override clear(): void {
    this.#close();
    this.heading = "";
  }

  /** What was pressed to open it may have stood far down. */
  protected override firstUpdated(_changed: PropertyValues): void {
    this.focus({ preventScroll: true });
    this.scrollIntoView();
  }

  protected override view(): unknown {
    const words = this.language.words("ui", ui);
    const blob = this.#content.data;
    return html`
      <section class="reader" aria-labelledby="heading">
        <div>
          <h2 id="heading" tabindex="-1">${this.heading}</h2>
          <p class="muted">${this.#pdf ? this.#words.pages(this.#pdf.pages.length) : "\u00a0"}</p>
        </div>
        <div class="reader-bar">
          ${this.#pdf ? this.#zoomTools() : nothing}
          <div class="buttons">
            ${blob
              ? button({ label: words.download, icon: download, onClick: this.#save, look: "small" })
              : nothing}
            ${this.#pdf
              ? button({
                label: words.print,
                icon: print,
                onClick: this.#print,
                look: "small",
                busy: this.printing,
              })
              : nothing} ${button({ label: words.close, icon: close, onClick: this.#leave, look: "small" })}
          </div>
        </div>
        ${this.loaded(this.#content, {
          skeleton: () => skeleton(8, this.#words.loading),
          content: () => this.unreadable ? problem({ text: this.#words.unreadable }) : this.#pages(),
        })}
      </section>
    `;
  }

  get #words() {
    return this.language.words("report", report);
  }

  /** Pixels a point, to be as wide as the room there is (but for the shadow), not wider than reading needs. */
  get #fit(): number {
    const widest = Math.max(...this.#pdf?.pages.map((page) => page.width) ?? [1]);
    return Math.max(Math.min((this.width - 8) / widest, EASY), 0.1);
  }

  get #scale(): number {
    return this.zoom ?? this.#fit;
  }

  #zoomTools() {
    const words = this.#words;
    const percent = `${Math.round(this.#scale * 100)} %`;
    const tool = (label: string, icon: unknown, go: () => void) =>
      html`
        <button type="button" class="button plain small" aria-label=${label} title=${label}
          @click=${go}>${icon}</button>
      `;
    return html`
      <div class="zoom">
        ${tool(words.zoomOut, minus, () => this.#step(-1))}
        <output class="number">${percent}</output>
        ${tool(words.zoomIn, plus, () => this.#step(1))}
        ${this.#size(words.fit, null)}
        ${this.#fit < EASY ? this.#size(words.easy, EASY) : nothing}
      </div>
    `;
  }

  /** Stays where it is when it has nothing to do: the buttons beside it must not move under the finger. */
  #size({ label, name }: { label: string; name: string }, zoom: number | null) {
    const look = "plain small";
    return button({ label, name, look, busy: this.zoom === zoom, onClick: () => this.#show(zoom) });
  }

  /** Wider than the room, the text's own edge is shown and not the paper's. */
  async #show(zoom: number | null): Promise<void> {
    this.zoom = zoom;
    await this.updateComplete;
    const words = [...this.renderRoot.querySelectorAll<HTMLElement>(".words span")];
    const edge = Math.min(...words.map(({ offsetLeft }) => offsetLeft));
    this.renderRoot.querySelector(".pages")?.scrollTo({ left: edge - 8 });
  }

  #pages() {
    if (!this.#pdf || this.width === 0) return nothing;
    return pagesOf({ pdf: this.#pdf, scale: this.#scale, heading: this.heading, label: this.#words.page });
  }

  #step(direction: 1 | -1): void {
    const now = this.#scale;
    const steps = direction > 0 ? ZOOMS : [...ZOOMS].reverse();
    this.zoom = steps.find((each) => direction * (each - now) > 0.01) ?? now;
  }

  #press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+") this.#step(1);
    else if (event.key === "-") this.#step(-1);
    else if (event.key === "0") this.zoom = null;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #leave = (): void => {
    this.dispatchEvent(new TuoReportCloseEvent());
  };

  #save = (): void => {
    if (this.#content.data) saveBlob(this.#content.data, this.fileName);
  };

  #print = async (): Promise<void> => {
    if (!this.#pdf || this.printing) return;
    this.printing = true;
    await printPages(this.#pdf.pages, this.renderRoot).finally(() => this.printing = false);
  };

  async #close(): Promise<void> {
    const pdf = this.#pdf;
    this.#pdf = null;
    await pdf?.close();
  }
}
