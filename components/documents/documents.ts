import type { Document, DocumentList, TuoError } from "@tuodossier/sdk";
import type { CSSResultGroup, PropertyDeclarations } from "lit";
import { TuoElement } from "../element.ts";
import { loadElement } from "../elements.ts";
import { documents } from "../i18n/it/documents.ts";
import { ui } from "../i18n/it/ui.ts";
import { asTuoError, createLoad } from "../load.ts";
import { saveBlob } from "../ui/save.ts";
import { type Act, actId } from "./actions.ts";
import { documentsStyles } from "./documents.css.ts";
import {
  TuoDocumentOpenedEvent,
  TuoDocumentOpenEvent,
  TuoStudyOpenedEvent,
  TuoStudyOpenEvent,
} from "./documents.events.ts";
import { listView } from "./list-view.ts";
import { documentName, fileName } from "./name.ts";
import type { Obscuring } from "./obscuring.ts";
import { changed, daysCrossed, type Filters, firstWish, queryOf, sortedBy, type Wish } from "./query.ts";
import { reportView, studiesView, viewerView } from "./screen-views.ts";
import { type Action, actOf, listScreen, type Notice, type Screen } from "./screen.ts";

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
    notice: { state: true },
  };

  /** @internal */
  declare screen: Screen;
  /** @internal */
  declare wish: Wish;
  /** @internal */
  declare filtersOpen: boolean;
  /** @internal The row and act under way. */
  declare busy: { readonly id: string; readonly act: Act } | null;
  /** @internal */
  declare notice: Notice | null;

  #typing?: ReturnType<typeof setTimeout>;
  #list = createLoad(this, (tuo, signal) => tuo.documents.list(queryOf(this.wish), { signal }), {
    empty: (list: DocumentList) => list.items.length === 0,
  });
  #profile = createLoad(this, (tuo, signal) => tuo.profile.get({ signal }));
  /** Why there is no list, once the list has said so. */
  #noAdhesion = createLoad(this, async (tuo, signal) => {
    const [{ noAdhesionState }, clinic] = await Promise.all([
      import("./no-adhesion.ts"),
      tuo.help.clinic({ signal }).catch(() => null),
    ]);
    return () => noAdhesionState(this.language, clinic);
  }, { manual: true });
  #obscuring: Obscuring | null = null;

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
    if (error.code === "documents.no-adhesion") this.#noAdhesion.reload();
  }

  protected override clear(): void {
    clearTimeout(this.#typing);
    this.#obscuring?.clear();
    this.screen = listScreen;
    this.wish = firstWish;
    this.busy = null;
    this.notice = null;
  }

  protected override view(): unknown {
    const { screen } = this;
    switch (screen.name) {
      case "list":
        return this.#listView();
      case "report": {
        const { document } = screen;
        return reportView({
          client: this.client,
          document,
          heading: documentName(document, this.#words, this.language.tag),
          read: (signal) => this.tuo!.documents.content(document.id, { signal }),
          onClose: this.#back,
        });
      }
      case "studies":
        return studiesView({
          client: this.client,
          document: screen.document,
          onOpen: this.#chosen,
          onClose: this.#back,
        });
      case "viewer":
        return viewerView({ client: this.client, studyId: screen.studyId, onClose: this.#back });
    }
  }

  get #words() {
    return this.language.words("documents", documents);
  }

  #listView() {
    const common = this.language.words("ui", ui);
    return listView({
      words: this.#words,
      common,
      tag: this.language.tag,
      wish: this.wish,
      pending: this.#list.pending,
      busy: this.busy,
      notice: this.notice,
      filtersOpen: this.filtersOpen,
      profile: this.#profile.data,
      list: (parts) =>
        this.#list.error?.code === "documents.no-adhesion"
          ? this.loaded(this.#noAdhesion, { ...parts, content: (view) => view() })
          : this.loaded(this.#list, parts),
      dialog: this.#obscuring?.view(),
      onUndo: (document) => this.#obscuring?.undo(document),
      onToggleFilters: () => this.filtersOpen = !this.filtersOpen,
      onFilter: this.#filter,
      onAct: this.#act,
      onSort: (sort, direction) =>
        this.#ask(direction ? changed(this.wish, { sort, direction }) : sortedBy(this.wish, sort)),
      onSize: (size) => this.#ask(changed(this.wish, { size })),
      onPage: (cursor) => this.#ask({ ...this.wish, cursor }),
    });
  }

  #ask(wish: Wish): void {
    this.wish = wish;
    if (!daysCrossed(wish)) this.#list.reload();
  }

  #filter = (change: Partial<Filters>, typing: boolean): void => {
    clearTimeout(this.#typing);
    this.wish = changed(this.wish, change);
    this.#typing = setTimeout(() => this.#ask(this.wish), typing ? TYPING_MS : 0);
  };

  #act = async (document: Document, act: Act): Promise<void> => {
    if (this.busy) return;
    this.notice = null;
    this.busy = { id: document.id, act };
    try {
      await this.#acts[act](document);
    } catch (failure) {
      const error = asTuoError(failure);
      this.report(error);
      this.notice = { text: this.sentence(error), wrong: true, undo: null };
    } finally {
      this.busy = null;
    }
  };

  #acts: Readonly<Record<Act, Action>> = {
    view: async (document) => {
      if (!this.dispatchEvent(new TuoDocumentOpenEvent(document.id))) return;
      await import("./report/report.define.ts");
      this.screen = { name: "report", document };
      this.#replace({ ...document, unread: false });
      this.dispatchEvent(new TuoDocumentOpenedEvent(document.id));
    },
    download: async (document) => {
      const blob = await this.tuo!.documents.content(document.id);
      saveBlob(blob, fileName(document));
      this.#replace({ ...document, unread: false });
    },
    print: async (document) => {
      this.say(this.#words.printing);
      const [{ printPdf }, blob] = await Promise.all([
        import("./report/report.define.ts"),
        this.tuo!.documents.content(document.id),
      ]);
      this.#replace({ ...document, unread: false });
      await printPdf(blob, this.renderRoot);
    },
    obscure: async (document) => {
      this.#obscuring ??= await this.#createObscuring();
      this.#obscuring.ask(document);
    },
    images: async (document) => {
      const one = document.studies === 1 ? await this.#onlyStudy(document) : null;
      if (one) await this.#openStudy(document, one);
      else await this.#showStudies(document);
    },
  };

  async #createObscuring(): Promise<Obscuring> {
    const { createObscuring } = await import("./obscuring.ts");
    return createObscuring({
      element: this,
      language: this.language,
      tuo: () => this.tuo,
      report: (error) => this.report(error),
      replace: (document) => this.#replace(document),
      reload: () => this.#list.reload(),
      notify: (notice) => this.notice = notice,
    });
  }

  async #showStudies(document: Document): Promise<void> {
    await import("./studies.define.ts");
    this.screen = { name: "studies", document };
  }

  /** Null where it cannot be shown yet: then "Studi immagine" says why. */
  async #onlyStudy({ id }: Document): Promise<string | null> {
    const { items } = await this.tuo!.imaging.studies(id);
    return items.length === 1 && items[0].state === "available" ? items[0].id : null;
  }

  async #openStudy(document: Document, studyId: string): Promise<void> {
    if (!this.dispatchEvent(new TuoStudyOpenEvent(document.id, studyId))) return;
    await this.#showStudy(document, studyId, "list");
  }

  /** From "Studi immagine", whose own event the page may have cancelled. */
  #chosen = (event: TuoStudyOpenEvent): void => {
    const { screen } = this;
    if (screen.name !== "studies") return;
    // The page hears the event after this element: it decides before the viewer opens.
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.#showStudy(screen.document, event.studyId, "studies");
    });
  };

  async #showStudy(document: Document, studyId: string, back: "list" | "studies"): Promise<void> {
    await loadElement("tuo-viewer");
    this.screen = { name: "viewer", document, studyId, back };
    this.dispatchEvent(new TuoStudyOpenedEvent(document.id, studyId));
  }

  #back = async (event: Event): Promise<void> => {
    event.stopPropagation();
    const { screen } = this;
    if (screen.name === "list") return;
    if (screen.name === "viewer" && screen.back === "studies") {
      return this.#showStudies(screen.document);
    }
    this.screen = listScreen;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${actId(screen.document.id, actOf(screen))}`)?.focus();
  };

  #replace(document: Document): void {
    const { data } = this.#list;
    if (!data) return;
    const items = data.items.map((each) => each.id === document.id ? document : each);
    this.#list.set({ ...data, items });
  }
}
