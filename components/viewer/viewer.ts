import { html, nothing, type PropertyDeclarations, type PropertyValues } from "lit";
import { TuoElement } from "../element.ts";
import { isKnown, loadElement } from "../elements.ts";
import { followHistory } from "../history.ts";
import { asTuoError } from "../load.ts";
import { ui } from "../i18n/it/ui.ts";
import { viewer } from "../i18n/it/viewer.ts";
import { closeDialog, dialog } from "../ui/dialog.ts";
import { button } from "../ui/button.ts";
import { onEscape } from "../ui/escape.ts";
import { type Action, type HostAction, isSightAction, sightActions } from "./actions.ts";
import { clientSource } from "./client-source.ts";
import { createPixelCache } from "./engine/cache.ts";
import type { Cine } from "./engine/cine.ts";
import { positionOf } from "./engine/description.ts";
import { createReading, type Reading } from "./engine/reading.ts";
import type { ViewerSource } from "./engine/source.ts";
import { atFullSize } from "./engine/view.ts";
import { description } from "./facts.ts";
import type { Tool } from "./gestures.ts";
import { keyList } from "./key-list.ts";
import { keyAction } from "./keys.ts";
import { currentPresets, type PanelName } from "./panels.ts";
import { layout } from "./layout.ts";
import { createPlayer } from "./player.ts";
import { readingError, readingLoad } from "./reading-load.ts";
import { followSmallness, placeShell } from "./shell.ts";
import { save, snapshot } from "./snapshot.ts";
import { createStage, type Stage } from "./stage.ts";
import { TuoViewerCloseEvent, TuoViewerExportEvent, TuoViewerOpenedEvent } from "./viewer.events.ts";
import { styles } from "./viewer.css.ts";

/** One for all viewers of the page. */
const cache = createPixelCache();

/** Milliseconds that the hint on fingers stays. */
const HINT_TIME = 4000;
let hinted = false;

/**
 * @summary The images of one study: scroll, window, zoom, cine; not for diagnosis.
 *
 * @fires tuo-viewer-opened - The first image is on the screen.
 * @fires tuo-viewer-close - The patient closed the images; cancelable.
 * @fires tuo-viewer-export - The patient asked for the export; prevented, the page opens its own.
 * @fires tuo-error - Something went wrong; the element says so itself.
 * @cssstate loading - The study is being read.
 * @cssstate error - Nothing arrives any more; the patient can retry.
 * @cssstate empty - The study has no series.
 */
export class TuoViewer extends TuoElement {
  static override styles = styles;
  static override properties: PropertyDeclarations = {
    studyId: { attribute: "study-id" },
    source: { attribute: false },
    tool: { state: true },
    panel: { state: true },
    texts: { state: true },
    screen: { state: true },
    small: { state: true },
    spoken: { state: true },
    hint: { state: true },
  };

  /** The study to show. */
  declare studyId: string | null;
  /** A developer's own images instead of the portal's. */
  declare source: ViewerSource | null;
  /** @internal */
  declare tool: Tool | null;
  /** @internal */
  declare panel: PanelName | null;
  /** @internal */
  declare texts: boolean;
  /** @internal */
  declare screen: "images" | "keys" | "export";
  /** @internal */
  declare small: boolean;
  /** @internal */
  declare spoken: string;
  /** @internal */
  declare hint: boolean;

  protected override readonly needsSession = false;
  /** @internal */
  reading: Reading | null = null;
  #stage: Stage | null = null;
  #cine: Cine | null = null;
  #opened: Reading | null = null;
  #told: unknown = null;
  #speech: ReturnType<typeof setTimeout> | undefined;
  #hinting: ReturnType<typeof setTimeout> | undefined;
  #unfollow = () => {};

  constructor() {
    super();
    this.studyId =
      this.source =
      this.tool =
      this.panel =
        null;
    this.texts = true;
    this.screen = "images";
    this.small = this.hint = false;
    this.spoken = "";
    this.loads.push(readingLoad(this));
    onEscape(this, () => this.#escape());
    followHistory(this, {
      depth: () => this.screen === "export" ? 1 : 0,
      back: () => this.screen = "images",
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unfollow = followSmallness((small) => this.small = small);
    if (this.source) this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow();
    this.#dropStage();
  }

  /** Begins reading the study, unless it is being read already. */
  start(): void {
    const { studyId, tuo } = this;
    const source = this.source ?? (studyId && tuo ? clientSource(tuo, studyId) : null);
    if (!source || this.reading) return;
    this.reading = createReading({ source, cache, onChange: () => this.requestUpdate() });
    this.reading.open();
  }

  /** Stops reading and forgets the images. */
  end(): void {
    this.#cine?.pause();
    this.reading?.stop();
    this.reading = this.#cine = null;
    this.screen = "images";
    this.panel = null;
    this.spoken = "";
    this.requestUpdate();
  }

  /** The focus goes to the image, so that keys work at once. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>(".stage")?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has("studyId") && !changed.has("source")) return;
    if (this.hasUpdated) this.end();
    if (this.source || this.signedIn) this.start();
  }

  protected override view(): unknown {
    const { reading } = this;
    if (!reading || !(this.source || this.signedIn)) return nothing;
    if (this.screen === "export") return this.#export();
    return html`${this.#layout(reading)}${this.screen === "keys" ? this.#keys() : nothing}`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#moveFocus(changed.get("screen"));
    const shell = this.renderRoot.querySelector<HTMLDialogElement>(".shell");
    if (!shell) return this.#dropStage();
    placeShell(shell, this.small);
    this.#takeStage();
    const { reading } = this;
    const words = this.#words;
    const text = reading?.loader ? description({ reading, words, tag: this.language.tag }) : "";
    // The scale bar is drawn from the geometry on the screen, which is known only now.
    if (this.#stage?.draw(text)) this.requestUpdate();
    this.#tell(text);
    this.#showHint();
  }

  get #exports(): boolean {
    return this.studyId !== null && isKnown("tuo-archive");
  }

  get #words(): typeof viewer {
    return this.language.words("viewer", viewer);
  }

  /** Says where the person is once they rest there, what went wrong at once, and that the first image is here. */
  #tell(text: string): void {
    const { reading } = this;
    const error = readingError(reading);
    if (error && error !== this.#told) this.report(error);
    this.#told = error;
    clearTimeout(this.#speech);
    if (text !== this.spoken && !this.#cine?.playing) {
      this.#speech = setTimeout(() => this.spoken = text, 500);
    }
    if (!this.#stage?.surface.look || !this.studyId || this.#opened === reading) return;
    this.#opened = reading;
    this.dispatchEvent(new TuoViewerOpenedEvent(this.studyId));
  }

  /** Once a page, and not for long: fingers find no wheel. */
  #showHint(): void {
    const many = (this.reading?.loader?.slides.length ?? 0) > 1;
    if (hinted || !many || !this.#stage?.surface.look || !matchMedia("(pointer: coarse)").matches) return;
    hinted = this.hint = true;
    this.#hinting = setTimeout(() => this.hint = false, HINT_TIME);
  }

  /** The focus follows what takes the other's place. */
  async #moveFocus(before: unknown): Promise<void> {
    if (before === "export") this.focus({ preventScroll: true });
    if (before === undefined || this.screen !== "export") return;
    const archive = this.renderRoot.querySelector<TuoElement>("tuo-archive");
    await archive?.updateComplete;
    archive?.focus();
  }

  #takeStage(): void {
    const area = this.renderRoot.querySelector<HTMLElement>(".stage");
    if (this.#stage || !area) return;
    this.#stage = createStage({
      area,
      reading: () => this.reading,
      tool: (pointerType) => this.#toolOf(pointerType),
      onChange: () => this.requestUpdate(),
    });
    const { activeElement } = document;
    if (activeElement && activeElement !== document.body) return;
    this.focus({ preventScroll: true });
    // Opened by a click: then the whole of it is what the person wants to see.
    if (navigator.userActivation?.isActive) this.scrollIntoView({ block: "nearest" });
  }

  #dropStage(): void {
    this.#stage?.dispose();
    this.#stage = null;
    this.hint = false;
    clearTimeout(this.#speech);
    clearTimeout(this.#hinting);
  }

  /** A finger scrolls and a mouse sets the window, until another tool is chosen. A single image is moved. */
  #toolOf(pointerType: string): Tool {
    const alone = (this.reading?.loader?.slides.length ?? 0) < 2;
    const tool = this.tool ?? (pointerType === "mouse" ? "window" : "scroll");
    return alone && tool === "scroll" ? "pan" : tool;
  }

  #layout(reading: Reading) {
    const error = readingError(reading);
    return layout({
      reading,
      words: this.#words,
      shared: this.language.words("ui", ui),
      tag: this.language.tag,
      act: this.#act,
      exports: this.#exports,
      surface: this.#stage?.surface ?? null,
      cine: this.#cine,
      tool: this.#toolOf(matchMedia("(pointer: coarse)").matches ? "touch" : "mouse"),
      panel: this.panel,
      texts: this.texts,
      spoken: this.spoken,
      hint: this.hint,
      wrong: error && this.sentence(error),
      without: new Set<Action>(this.small || !document.fullscreenEnabled ? ["fullScreen"] : []),
      onTool: (tool) => this.tool = tool,
      onPanel: (panel) => this.panel = panel === this.panel ? null : panel,
      onDone: () => this.#closePanel(),
      onSelect: (series) => this.#select(series),
      onKey: (event) => this.#onKey(event),
      onCancel: (event) => this.#onCancel(event),
    });
  }

  readonly #act = (action: Action): void => {
    const { reading } = this;
    if (!reading) return;
    if (isSightAction(action)) {
      if (action === "nextSeries" || action === "previousSeries") this.#cine?.pause();
      sightActions[action](reading);
    } else this.#hostActions[action](reading);
    this.requestUpdate();
  };

  readonly #hostActions: Readonly<Record<HostAction, (reading: Reading) => void>> = {
    fullSize: (reading) => {
      const frame = this.#stage?.surface.frame;
      if (frame) reading.look({ view: atFullSize(reading.sight.view, frame) });
    },
    cine: (reading) => {
      if ((reading.loader?.slides.length ?? 0) < 2) return;
      const cine = this.#cine ??= createPlayer(reading);
      if (cine.playing) cine.pause();
      else cine.play();
    },
    texts: () => this.texts = !this.texts,
    fullScreen: () => document.fullscreenElement ? document.exitFullscreen() : this.requestFullscreen(),
    snapshot: (reading) => this.#snapshot(reading),
    keys: () => {
      this.#closePanel();
      this.screen = "keys";
    },
    export: () => {
      const { studyId } = this;
      if (!studyId || !this.#exports || !this.dispatchEvent(new TuoViewerExportEvent(studyId))) return;
      this.#cine?.pause();
      // The export is bright, on the clinic's page: it has no place on a full, black screen.
      const leaving = this.matches(":fullscreen") ? document.exitFullscreen() : undefined;
      Promise.all([loadElement("tuo-archive"), leaving]).then(
        () => this.screen = "export",
        (failure) => this.report(asTuoError(failure)),
      );
    },
    close: () => {
      if (!this.dispatchEvent(new TuoViewerCloseEvent(this.studyId ?? ""))) return;
      this.end();
    },
  };

  #select(series: number): void {
    this.#cine?.pause();
    this.#cine = null;
    this.reading?.select(series);
  }

  async #snapshot(reading: Reading): Promise<void> {
    const surface = this.#stage?.surface;
    if (!surface?.look) return;
    const words = this.#words;
    const text = description({ reading, words, tag: this.language.tag });
    const { canvas, density } = surface;
    const blob = await snapshot({ canvas, density, caption: `${text} · ${words.notDiagnostic}` });
    if (!blob) return;
    const { series, image } = positionOf(reading);
    save(blob, `${words.title.toLowerCase()}-${series}-${image}.png`);
    this.spoken = words.saved;
  }

  #onKey(event: KeyboardEvent): void {
    const { reading } = this;
    if (!reading || event.defaultPrevented) return;
    if (event.key === "Escape") {
      event.preventDefault();
      return this.#escape();
    }
    const action = keyAction(event);
    if (action === null) return;
    event.preventDefault();
    if (typeof action === "string") return this.#act(action);
    const preset = currentPresets(reading)[action - 1];
    if (preset) reading.look({ window: preset.window });
  }

  /** What was opened last is closed first. */
  #escape(): void {
    if (this.screen === "export") this.screen = "images";
    else if (document.fullscreenElement) document.exitFullscreen();
    else if (this.panel) this.#closePanel();
    else this.#act("close");
  }

  /** The focus goes back to the button that opened it, before its own place is gone. */
  #closePanel(): void {
    this.renderRoot.querySelector<HTMLElement>("[aria-controls=panel]")?.focus();
    this.panel = null;
  }

  /** A phone's way back asks the dialog, not the keyboard. */
  #onCancel(event: Event): void {
    event.preventDefault();
    this.#escape();
  }

  #keys() {
    const words = this.#words;
    return dialog({
      title: words.keysTitle,
      content: keyList(words),
      actions: button({ label: words.understood, onClick: closeDialog }),
      onClose: () => this.screen = "images",
    });
  }

  /** The export takes the images' place; they are kept, and come back after it. */
  #export() {
    const back = () => this.screen = "images";
    return html`
      <div class="export" @tuo-archive-close=${back}>
        <tuo-archive .client=${this.client} study-ids=${this.studyId}></tuo-archive>
      </div>
    `;
  }
}
