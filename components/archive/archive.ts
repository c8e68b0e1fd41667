import type { Export, TuoError, Volume } from "@tuodossier/sdk";
import { html, nothing, type PropertyDeclarations, type PropertyValues } from "lit";
import { TuoElement } from "../element.ts";
import { bytes } from "../i18n/bytes.ts";
import { count } from "../i18n/format.ts";
import { archive } from "../i18n/it/archive.ts";
import { ui } from "../i18n/it/ui.ts";
import { createLoad } from "../load.ts";
import { withStepUp } from "../login/step-up.ts";
import { ground } from "../ui/base.css.ts";
import { button } from "../ui/button.ts";
import { buttons } from "../ui/button.css.ts";
import { fields } from "../ui/field.css.ts";
import { onEscape } from "../ui/escape.ts";
import { info } from "../ui/icons.ts";
import { problem } from "../ui/problem.ts";
import { notices } from "../ui/problem.css.ts";
import { skeleton } from "../ui/skeleton.ts";
import { skeletons } from "../ui/skeleton.css.ts";
import { tables } from "../ui/table.css.ts";
import { styles } from "./archive.css.ts";
import { TuoArchiveCloseEvent } from "./archive.events.ts";
import { type Choice, contentsOf, firstChoice, requestOf, type Shelf } from "./choice.ts";
import { choose } from "./choose.ts";
import { followDownload } from "./follow-download.ts";
import { allReports } from "./reports.ts";
import type { ready } from "./ready.ts";

/**
 * The archive a patient takes home: choose studies and reports, have it prepared, save its volumes.
 *
 * @summary Exports DICOM studies and reports as ZIP archives.
 * @fires tuo-archive-close - The patient is done here.
 * @fires tuo-error - Something could not be read or prepared; the element says so.
 * @cssstate loading - What there is to export is being read, or the archive prepared.
 * @cssstate empty - There is no study.
 * @cssstate error - Something could not be read or prepared.
 * @cssstate signed-out - Nobody is signed in; the element takes no room.
 */
export class TuoArchive extends TuoElement {
  static override styles = [...ground, buttons, fields, notices, skeletons, tables, styles];
  static override properties: PropertyDeclarations = {
    studyIds: { attribute: "study-ids" },
    choice: { state: true },
    progress: { state: true },
    started: { state: true },
  };

  /** Ids of the studies to offer, with spaces between; all the patient's where there are none. */
  declare studyIds: string;
  /** @internal Null until the patient changes something. */
  declare choice: Choice | null;
  /** @internal The archive while it is prepared. */
  declare progress: Export | null;
  /** @internal Volumes handed to the browser. */
  declare started: ReadonlySet<number>;

  #read = "";
  #wanted = 0;
  #part = "title";
  #next: string | null = null;
  #shelf = createLoad(this, async (tuo, signal) => {
    this.#read = this.studyIds;
    const ids = this.studyIds.split(/\s+/).filter(Boolean);
    const studies = ids.length === 0
      ? tuo.imaging.allStudies({ signal }).then(({ items }) => items)
      : Promise.all(ids.map((id) => tuo.imaging.study(id, { signal })));
    const [found, reports, { familyName, givenName }] = await Promise.all([
      studies,
      allReports(tuo, signal),
      tuo.profile.get({ signal }),
    ]);
    return { studies: found, reports, patient: `${familyName} ${givenName}` };
  }, { empty: ({ studies }) => studies.length === 0 });
  #export = createLoad(this, async (tuo, signal) => {
    const { contents, choice } = this.#chosen(this.#shelf.data!);
    const request = requestOf(contents, choice.volumeSize);
    // Fetched when they are needed, for their weight; before the portal is put to work.
    const [{ prepare }, { ready }] = await Promise.all([import("./preparation.ts"), import("./ready.ts")]);
    // A clinic may want a recent sign-in for an export.
    const state = await withStepUp(
      this,
      () => prepare({ tuo, request, signal, onProgress: (state) => this.progress = state }),
    );
    return { state, ready };
  }, { manual: true });
  #ticket = createLoad(this, async (tuo, signal) => {
    const number = this.#wanted;
    const { url } = await tuo.archive.ticket(this.#export.data!.state.id, number, { signal });
    followDownload(url);
    this.started = new Set([...this.started, number]);
    this.say(this.#words.started);
  }, { manual: true });

  constructor() {
    super();
    this.studyIds = "";
    this.choice = null;
    this.progress = null;
    this.started = new Set();
    this.addEventListener("keydown", (event) => event.key === "Escape" && this.#escape(event));
    onEscape(this, () => this.#escape());
  }

  /** Puts the focus on the title, for who opens it. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>("h2")?.focus(options);
  }

  override report(error: TuoError): void {
    super.report(error);
    if (error.code === "documents.no-adhesion") {
      import("../documents/no-adhesion.define.ts").catch(reportError);
    }
  }

  protected override clear(): void {
    this.choice = null;
    this.#drop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const part = this.#export.pending ? "working" : this.#export.data ? "ready" : "title";
    // Asked before the part with the focus is taken away.
    this.#next = part !== this.#part && this.matches(":focus-within") ? part : null;
    this.#part = part;
    if (!changed.has("studyIds") || this.studyIds === this.#read || !this.signedIn) return;
    this.clear();
    this.#shelf.reload();
  }

  /** The part that has come is read next, if the reader was here. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#next) this.renderRoot.querySelector<HTMLElement>(`#${this.#next}`)?.focus();
  }

  protected override view() {
    const words = this.#words;
    const { loading } = this.language.words("ui", ui);
    return html`
      <section class="archive" aria-labelledby="title">
        <header>
          <h2 id="title" tabindex="-1">${words.title}</h2>
          <p class="muted">${words.lead}</p>
        </header>
        ${this.#shelf.error?.code === "documents.no-adhesion"
          ? html`<tuo-no-adhesion .client=${this.client}></tuo-no-adhesion>${this.#foot(nothing)}`
          : this.loaded(this.#shelf, {
            skeleton: () => skeleton(4, loading),
            content: (shelf) => this.#content(shelf),
          })}
      </section>
    `;
  }

  get #words() {
    return this.language.words("archive", archive);
  }

  #content(shelf: Shelf & { readonly patient: string }) {
    const words = this.#words;
    const { tag } = this.language;
    if (shelf.studies.length === 0) return html`<p>${words.empty}</p>${this.#foot(nothing)}`;
    if (this.#export.pending) return this.#working(shelf);
    if (this.#export.data) return this.#ready(this.#export.data);
    const { choice, contents } = this.#chosen(shelf);
    const empty = contents.studies.length === 0;
    return html`
      <p class="notice phone">${info}<span>${words.onPhone}</span></p>
      ${choose({
        words,
        tag,
        shelf,
        patient: shelf.patient,
        choice,
        contents,
        onChange: (change) => this.choice = { ...choice, ...change },
      })}
      ${this.#export.error ? problem({ text: this.sentence(this.#export.error) }) : nothing}
      <p id="sum" class="sum" role="status">${empty
        ? words.nothingChosen
        : words.chosen(contents.studies.length, contents.reports.length, bytes(tag, contents.bytes))}</p>
      ${this.#foot(
        button({ label: words.start, look: "primary", about: "sum", disabled: empty, onClick: this.#start }),
      )}
    `;
  }

  /** What is chosen: at first all that can be taken home. */
  #chosen(shelf: Shelf) {
    const choice = this.choice ?? firstChoice(shelf.studies);
    return { choice, contents: contentsOf(shelf, choice) };
  }

  #working(shelf: Shelf) {
    const words = this.#words;
    const { tag } = this.language;
    const done = this.progress?.progress ?? 0;
    const whole = this.#chosen(shelf).contents.bytes;
    const text = words.done(count(tag, Math.floor(done * 100)), bytes(tag, done * whole), bytes(tag, whole));
    return html`
      <section class="working" aria-labelledby="working">
        <h3 id="working" tabindex="-1">${words.working}</h3>
        <progress max="1" value=${done} aria-labelledby="working" aria-describedby="done"></progress>
        <p id="done" class="number">${text}</p>
        <p class="muted">${words.workingHint}</p>
        <div class="buttons">${button({ label: words.stop, onClick: this.#stop })}</div>
      </section>
    `;
  }

  #ready({ state, ready: view }: { readonly state: Export; readonly ready: typeof ready }) {
    const words = this.#words;
    const { error } = this.#ticket;
    return html`
      ${view({
        words,
        tag: this.language.tag,
        archive: state,
        started: this.started,
        trouble: error ? problem({ text: this.sentence(error) }) : nothing,
        onDownload: this.#download,
      })}
      ${this.#foot(button({ label: words.again, onClick: this.#stop }))}
    `;
  }

  #foot(action: unknown) {
    const { close } = this.language.words("ui", ui);
    return html`<div class="buttons foot">${action} ${button({ label: close, onClick: this.#close })}</div>`;
  }

  #start = async (): Promise<void> => {
    this.progress = null;
    this.started = new Set();
    await this.#export.reload();
    if (this.#export.data) this.say(this.#words.ready);
  };

  /** Back to the choice, as it was. */
  #stop = (): void => this.#drop();

  #download = ({ number }: Volume): void => {
    if (this.#ticket.pending) return;
    this.#wanted = number;
    this.#ticket.reload();
  };

  #close = (): void => {
    if (this.#export.data) this.clear();
    this.dispatchEvent(new TuoArchiveCloseEvent());
  };

  #drop(): void {
    this.#export.clear();
    this.#ticket.clear();
    this.progress = null;
    this.started = new Set();
  }

  /** Taken here before the screens around get to see it. */
  #escape(event?: Event): void {
    if (event?.defaultPrevented) return;
    event?.preventDefault();
    this.#export.pending ? this.#stop() : this.#close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tuo-archive": TuoArchive;
  }
}
