import type { ConsentDocument, ConsentList } from "@tuodossier/sdk";
import { html, nothing, type PropertyDeclarations, type PropertyValues } from "lit";
import { TuoElement } from "../element.ts";
import { desk } from "../help/desk.ts";
import { followHistory } from "../history.ts";
import { longDay, shortDay } from "../i18n/format.ts";
import { consents } from "../i18n/it/consents.ts";
import { ui } from "../i18n/it/ui.ts";
import { createLoad } from "../load.ts";
import { ground } from "../ui/base.css.ts";
import { button } from "../ui/button.ts";
import { buttons } from "../ui/button.css.ts";
import { download, eye, print } from "../ui/icons.ts";
import { notices } from "../ui/problem.css.ts";
import { saveBlob } from "../ui/save.ts";
import { skeleton } from "../ui/skeleton.ts";
import { skeletons } from "../ui/skeleton.css.ts";
import { table } from "../ui/table.ts";
import { tables } from "../ui/table.css.ts";
import { rowActions } from "../ui/row-actions.css.ts";
import { styles } from "./consents.css.ts";
import { decision } from "./decision.ts";
import { now } from "./now.ts";

type Act = "view" | "download" | "print";

/**
 * Which consents hold now, and the documents signed with the advanced electronic signature (FEA).
 *
 * @summary The patient's consents: what holds, and the signed papers with their ticks.
 * @fires tuo-error - Something could not be read; the element says so.
 * @cssstate loading - The consents are being read.
 * @cssstate empty - There is no signed document.
 * @cssstate error - They could not be read.
 * @cssstate signed-out - Nobody is signed in; the element takes no room.
 */
export class TuoConsents extends TuoElement {
  static override styles = [...ground, buttons, notices, skeletons, tables, rowActions, styles];
  static override properties: PropertyDeclarations = { opened: { state: true }, act: { state: true } };

  /** @internal The document that is read in the list's place. */
  declare opened: ConsentDocument | null;
  /** @internal What was last asked of which document. */
  declare act: { readonly kind: Act; readonly document: ConsentDocument } | null;

  #list = createLoad(this, (tuo, signal) => tuo.consents.list({ signal }), {
    empty: ({ documents }) => documents.length === 0,
  });
  /** The telephone is a kindness: without it the page still says where to go. */
  #clinic = createLoad(this, (tuo, signal) => tuo.help.clinic({ signal }).catch(() => null));
  #paper = createLoad(this, (_tuo, signal) => this.#perform(signal), { manual: true });
  #goBackTo: string | null = null;

  constructor() {
    super();
    this.opened = null;
    this.act = null;
    followHistory(this, { depth: () => this.opened ? 1 : 0, back: () => this.#closeReader() });
  }

  protected override clear(): void {
    this.opened = null;
    this.act = null;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.opened || !this.#goBackTo) return;
    this.renderRoot.querySelector<HTMLElement>(`#${this.#goBackTo}`)?.focus();
    this.#goBackTo = null;
  }

  protected override view() {
    if (this.opened) return this.#reader(this.opened);
    const words = this.#words;
    const { loading } = this.language.words("ui", ui);
    return html`
      <section class="consents" aria-labelledby="title">
        <header>
          <h2 id="title">${words.title}</h2>
          <p class="muted">${words.lead}</p>
        </header>
        ${this.loaded(this.#list, {
          skeleton: () => skeleton(6, loading),
          content: (list) => html`${this.#now(list)}${this.#documents(list)}`,
        })}
      </section>
    `;
  }

  get #words() {
    return this.language.words("consents", consents);
  }

  #now({ effective }: ConsentList) {
    const words = this.#words;
    const clinic = this.#clinic.data;
    if (effective.length === 0) return nothing;
    return html`
      <section aria-labelledby="now">
        <h3 id="now">${words.now}</h3>
        ${now(effective, words, this.language.tag)}
        <div class="change">
          <p>${words.change}</p>
          ${clinic ? desk(clinic, words.call(clinic.name)) : nothing}
        </div>
      </section>
    `;
  }

  #documents({ documents }: ConsentList) {
    const words = this.#words;
    const { actions } = this.language.words("ui", ui);
    const list = table<ConsentDocument, never>({
      caption: words.documents,
      rows: documents,
      key: ({ id }) => id,
      columns: [
        { label: actions, cell: (row) => this.#actions(row), bare: true, className: "actions" },
        {
          label: words.date,
          cell: ({ date }) => html`<span class="number">${shortDay(this.language.tag, date)}</span>`,
        },
        {
          label: words.type,
          cell: ({ id, type }) => html`<span id="row-${id}">${words.types[type]}</span>`,
          bare: true,
          className: "type",
        },
        { label: words.list, cell: (row) => this.#decisions(row), bare: true },
      ],
    });
    return html`
      <section aria-labelledby="documents">
        <h3 id="documents">${words.documents}</h3>
        ${documents.length > 0 ? list : html`<p class="muted">${words.empty}</p>`}
      </section>
    `;
  }

  #decisions({ decisions }: ConsentDocument) {
    const { names, ticked, unticked } = this.#words;
    return html`
      <ul>
        ${decisions.map(({ code, given }) =>
          decision({ name: names[code], given, spoken: given ? ticked : unticked })
        )}
      </ul>
    `;
  }

  #actions(document: ConsentDocument) {
    const { view, download: save, print: onPaper } = this.language.words("ui", ui);
    const act = (kind: Act, label: string, icon: typeof eye) =>
      button({
        id: `${kind}-${document.id}`,
        label,
        icon,
        look: "row-action",
        about: `row-${document.id}`,
        onClick: () => this.#start(kind, document),
        disabled: kind !== "view" && this.#paper.pending && this.act?.document === document,
      });
    const failed = this.#paper.error !== null && this.act?.document === document;
    return html`
      <div class="row-actions">
        ${act("view", view, eye)} ${act("download", save, download)} ${act("print", onPaper, print)}
      </div>
      ${failed ? this.trouble(this.#paper.error!, this.#paper.reload) : nothing}
    `;
  }

  #about({ type, date }: ConsentDocument): string {
    return this.#words.about(this.#words.types[type], longDay(this.language.tag, date));
  }

  #start(kind: Act, document: ConsentDocument): void {
    this.act = { kind, document };
    this.#paper.reload();
  }

  /** Does what `act` says; the reader and the printer come with pdf.js, only when they are asked for. */
  async #perform(signal: AbortSignal): Promise<void> {
    const { tuo, act } = this;
    if (!tuo || !act) return;
    const { kind, document } = act;
    if (kind === "download") {
      return saveBlob(await tuo.consents.content(document.id, { signal }), fileName(document));
    }
    const { printPdf } = await import("../documents/report/report.define.ts");
    if (signal.aborted) return;
    if (kind === "print") {
      return printPdf(await tuo.consents.content(document.id, { signal }), this.renderRoot);
    }
    this.opened = document;
  }

  #reader(document: ConsentDocument) {
    return html`
      <tuo-report
        .client=${this.tuo}
        .heading=${this.#about(document)}
        .fileName=${fileName(document)}
        .source=${(signal: AbortSignal) => this.tuo!.consents.content(document.id, { signal })}
        @tuo-report-close=${this.#closeReader}
      ></tuo-report>
    `;
  }

  #closeReader = (): void => {
    this.#goBackTo = `view-${this.opened?.id}`;
    this.opened = null;
  };
}

/** `Consensi-Privacy-2024-03-12.pdf`: what it is and when, not whose. */
const fileName = ({ type, date }: ConsentDocument): string =>
  `${consents.types[type].replaceAll(" ", "-")}-${date}.pdf`;

declare global {
  interface HTMLElementTagNameMap {
    "tuo-consents": TuoConsents;
  }
}
