import type { Document, DocumentList, TuoError } from "@tuodossier/sdk";
import { type CSSResultGroup, html, type PropertyDeclarations } from "lit";
import { TuoElement } from "../element.ts";
import { documents } from "../i18n/it/documents.ts";
import { ui } from "../i18n/it/ui.ts";
import { asTuoError, createLoad } from "../load.ts";
import type { Act } from "./actions.ts";
import type { Acts } from "./acts.ts";
import { documentsStyles } from "./documents.css.ts";
import { listView } from "./list-view.ts";
import { changed, daysCrossed, type Filters, firstWish, queryOf, sortedBy, type Wish } from "./query.ts";
import { type Action, listScreen, type Screen } from "./screen.ts";

/** A patient who types is asked for when the fingers rest. */
const TYPING_MS = 350;

/**
 * The patient's documents: reports to read, save, print and hide, images to look at.
 *
 * @summary Patient card, filters, and the table of documents.
 * @fires tuo-document-open - A report is about to open here; cancelable.
 * @fires tuo-document-opened - It has opened.
 * @fires tuo-study-open - Images are about to open here; cancelable.
 * @fires tuo-study-opened - They have opened.
 * @fires tuo-document-obscured - The patient hid a document from the professionals, or showed it again.
 * @fires tuo-error - Something went wrong; the element says so itself.
 * @cssstate loading - Documents are on their way.
 * @cssstate error - They could not be read.
 * @cssstate empty - There are none, or none with these filters.
 * @cssstate signed-out - Nobody is signed in: the element takes no room.
 */
export class TuoDocuments extends TuoElement {
  static override styles: CSSResultGroup = documentsStyles;
  static override properties: PropertyDeclarations = {
    screen: { state: true },
    wish: { state: true },
    filtersOpen: { state: true },
    busy: { state: true },
    failed: { state: true },
  };

  /** @internal */
  declare screen: Screen;
  /** @internal */
  declare wish: Wish;
  /** @internal */
  declare filtersOpen: boolean;
  /** @internal The row and act under way. */
  declare busy: { readonly id: string; readonly act: Act } | null;
  /** @internal What went wrong at the last act, told where it was asked for. */
  declare failed: { readonly id: string; readonly error: TuoError; readonly again: () => void } | null;

  #typing?: ReturnType<typeof setTimeout>;
  #list = createLoad(this, (tuo, signal) => tuo.documents.list(queryOf(this.wish), { signal }), {
    empty: (list: DocumentList) => list.items.length === 0,
  });
  #profile = createLoad(this, (tuo, signal) => tuo.profile.get({ signal }));
  #acts: Acts | null = null;

  constructor() {
    super();
    this.filtersOpen = false;
    this.clear();
  }

  override focus(options?: FocusOptions): void {
    const { name } = this.screen;
    const within = name === "list" ? "h2" : name === "viewer" ? "tuo-viewer" : `tuo-${name}`;
    this.renderRoot.querySelector<HTMLElement>(within)?.focus(options);
  }

  override report(error: TuoError): void {
    super.report(error);
    if (error.code === "documents.no-adhesion") import("./no-adhesion.define.ts").catch(reportError);
  }

  /** Who has just signed in beside it is led here; a page that opens takes no focus. */
  protected override async begin(): Promise<void> {
    let at = document.activeElement;
    while (at && at.localName !== "tuo-login") at = at.shadowRoot?.activeElement ?? null;
    if (!at) return;
    this.requestUpdate();
    await this.updateComplete;
    this.focus();
  }

  protected override clear(): void {
    clearTimeout(this.#typing);
    this.#acts?.obscuring.clear();
    this.screen = listScreen;
    this.wish = firstWish;
    this.busy = null;
    this.failed = null;
  }

  protected override view(): unknown {
    const { screen } = this;
    return screen.name === "list"
      ? this.#listView()
      : html`${this.#acts?.view()}${this.#note(screen.document.id)}`;
  }

  #listView() {
    const common = this.language.words("ui", ui);
    return listView({
      words: this.language.words("documents", documents),
      common,
      tag: this.language.tag,
      wish: this.wish,
      pending: this.#list.pending,
      busy: this.busy,
      note: (id) => this.#note(id),
      filtersOpen: this.filtersOpen,
      profile: this.#profile.data,
      list: (parts) =>
        this.#list.error?.code === "documents.no-adhesion"
          ? html`<tuo-no-adhesion .client=${this.client}></tuo-no-adhesion>`
          : this.loaded(this.#list, parts),
      dialog: this.#acts?.obscuring.view(),
      onToggleFilters: () => this.filtersOpen = !this.filtersOpen,
      onFilter: this.#filter,
      onAct: this.#act,
      onSort: (sort, direction) =>
        this.#ask(direction ? changed(this.wish, { sort, direction }) : sortedBy(this.wish, sort)),
      onSize: (size) => this.#ask(changed(this.wish, { size })),
      onPage: async (cursor) => {
        await this.#ask({ ...this.wish, cursor });
        await this.updateComplete;
        const table = this.renderRoot.querySelector("table");
        if (table && table.getBoundingClientRect().top < 0) table.scrollIntoView();
      },
    });
  }

  #note(id: string): unknown {
    const { failed } = this;
    return failed?.id === id ? this.trouble(failed.error, failed.again) : this.#acts?.obscuring.note(id);
  }

  async #ask(wish: Wish): Promise<void> {
    this.wish = wish;
    if (!daysCrossed(wish)) await this.#list.reload();
  }

  #filter = (change: Partial<Filters>, typing: boolean): void => {
    clearTimeout(this.#typing);
    this.wish = changed(this.wish, change);
    if (typing) this.#typing = setTimeout(() => this.#ask(this.wish), TYPING_MS);
    else this.#ask(this.wish);
  };

  #act = (document: Document, act: Act): Promise<void> =>
    this.#attempt(document, act, async () => {
      this.#acts ??= await this.#createActs();
      await this.#acts.run[act](document);
    });

  async #attempt(document: Document, act: Act, action: Action): Promise<void> {
    if (this.busy) return;
    this.failed = null;
    this.#acts?.obscuring.clear();
    const { id } = document;
    this.busy = { id, act };
    try {
      await action(document);
    } catch (failure) {
      const error = asTuoError(failure);
      this.report(error);
      this.failed = { id, error, again: () => this.#attempt(document, act, action) };
    } finally {
      this.busy = null;
    }
  }

  async #createActs(): Promise<Acts> {
    const { createActs } = await import("./acts.ts");
    return createActs({
      element: this,
      language: this.language,
      tuo: () => this.tuo,
      report: (error) => this.report(error),
      say: (text) => this.say(text),
      replace: (document) => this.#replace(document),
      reload: () => this.#list.reload(),
      attempt: (document, act, action) => this.#attempt(document, act, action),
    });
  }

  #replace(document: Document): void {
    const { data } = this.#list;
    if (!data) return;
    const items = data.items.map((each) => each.id === document.id ? document : each);
    this.#list.set({ ...data, items });
  }
}
