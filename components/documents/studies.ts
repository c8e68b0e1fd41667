import type { Study, StudyList } from "@tuodossier/sdk";
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type PropertyValues } from "lit";
import { TuoElement } from "../element.ts";
import { shortDay } from "../i18n/format.ts";
import { studies } from "../i18n/it/studies.ts";
import { ui } from "../i18n/it/ui.ts";
import { createLoad } from "../load.ts";
import { ground } from "../ui/base.css.ts";
import { buttons } from "../ui/button.css.ts";
import { button } from "../ui/button.ts";
import { onEscape } from "../ui/escape.ts";
import { fields } from "../ui/field.css.ts";
import { close } from "../ui/icons.ts";
import { pagers } from "../ui/pager.css.ts";
import { pager } from "../ui/pager.ts";
import { notices } from "../ui/problem.css.ts";
import { skeletons } from "../ui/skeleton.css.ts";
import { skeleton } from "../ui/skeleton.ts";
import { tables } from "../ui/table.css.ts";
import { table } from "../ui/table.ts";
import { TuoStudiesCloseEvent, TuoStudyOpenEvent } from "./documents.events.ts";
import { image } from "./row-icons.ts";
import { studiesStyles } from "./studies.css.ts";

/**
 * @summary "Studi immagine": the exams of one document, of which one can be opened. The documents list opens it
 * in its own place; it is not meant for a clinic's page.
 * @fires tuo-study-open - An exam was chosen.
 * @fires tuo-studies-close - Back to the list.
 */
export class TuoStudies extends TuoElement {
  static override styles: CSSResultGroup = [
    ground,
    buttons,
    fields,
    notices,
    pagers,
    skeletons,
    tables,
    studiesStyles,
  ];
  static override properties: PropertyDeclarations = {
    documentId: { attribute: "document-id" },
    facility: {},
    from: { attribute: false },
    first: { state: true },
    size: { state: true },
  };

  declare documentId: string;
  /** The facility that heads the list. */
  declare facility: string;
  /** The exam that was open, whose button the focus returns to when it is there. */
  declare from: string;
  /** @internal Rows before the first shown. */
  declare first: number;
  /** @internal */
  declare size: number;

  #studies = createLoad(this, (tuo, signal) => tuo.imaging.studies(this.documentId, { signal }), {
    empty: (list: StudyList) => list.items.length === 0,
  });

  constructor() {
    super();
    this.documentId = "";
    this.facility = "";
    this.from = "";
    this.first = 0;
    this.size = 5;
    onEscape(this, this.#leave);
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>("h2")?.focus(options);
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    this.focus();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const index = this.#studies.data?.items.findIndex(({ id }) => id === this.from) ?? -1;
    if (index < 0) return;
    const first = index - index % this.size;
    if (first !== this.first) return void (this.first = first);
    this.renderRoot.querySelector<HTMLElement>(`#open-${this.from}`)?.focus();
    this.from = "";
  }

  protected override view(): unknown {
    const words = this.language.words("studies", studies);
    const common = this.language.words("ui", ui);
    return html`
      <section class="studies" aria-labelledby="heading">
        <header>
          <div>
            ${this.facility ? html`<p class="muted">${this.facility}</p>` : nothing}
            <h2 id="heading" tabindex="-1">${words.title}</h2>
          </div>
          ${button({ label: common.close, icon: close, onClick: this.#leave, look: "small" })}
        </header>
        ${this.loaded(this.#studies, {
          skeleton: () => skeleton(3, common.loading),
          content: (list) => this.#list(list),
        })}
      </section>
    `;
  }

  #list({ items }: StudyList) {
    const words = this.language.words("studies", studies);
    const common = this.language.words("ui", ui);
    if (items.length === 0) return html`<p>${words.empty}</p>`;
    const shown = items.slice(this.first, this.first + this.size);
    const move = (rows: number) => () => this.first += rows;
    return html`
      ${table<Study, string>({
        caption: words.caption,
        key: (study) => study.id,
        rows: shown,
        columns: [
          { label: common.actions, bare: true, className: "actions", cell: (study) => this.#open(study) },
          {
            label: words.state,
            cell: ({ state }) => html`<span class=${state}>${words.states[state]}</span>`,
          },
          { label: words.code, className: "number", cell: ({ accession }) => accession ?? common.none },
          { label: words.when, className: "number", cell: (study) => this.#when(study) },
          { label: words.description, cell: ({ description }) => description || common.none },
        ],
      })}
      ${items.some(({ state }) => state === "preparing")
        ? html`<p class="muted">${words.preparing}</p>`
        : nothing}
      ${pager({
        words: common,
        tag: this.language.tag,
        offset: this.first,
        shown: shown.length,
        total: items.length,
        size: this.size,
        onSize: (size) => [this.size, this.first] = [size, 0],
        onPrevious: this.first === 0 ? null : move(-this.size),
        onNext: this.first + this.size >= items.length ? null : move(this.size),
      })}
    `;
  }

  #open({ id, state, description }: Study) {
    const words = this.language.words("studies", studies);
    if (state !== "available") return nothing;
    return button({
      id: `open-${id}`,
      label: words.open,
      name: description ? `${words.open} ${description}` : undefined,
      icon: image,
      look: "small",
      onClick: () => this.dispatchEvent(new TuoStudyOpenEvent(this.documentId, id)),
    });
  }

  #when({ date, time }: Study): string {
    const words = this.language.words("ui", ui);
    return date ? [shortDay(this.language.tag, date), time].filter(Boolean).join(" ") : words.none;
  }

  #leave = (): void => {
    this.dispatchEvent(new TuoStudiesCloseEvent());
  };
}
