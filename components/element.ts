import type { SessionStatus, TuoDossier, TuoError } from "@tuodossier/sdk";
import {
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import { defaultClient, onDefaultClient } from "./context.ts";
import { TuoErrorEvent } from "./events.ts";
import { createLanguage } from "./i18n/language.ts";
import { firstErrors } from "./i18n/it/first-errors.ts";
import { ui } from "./i18n/it/ui.ts";
import type { Sentences } from "./i18n/sentences.ts";
import { isStale, type Load } from "./load.ts";
import { problem } from "./ui/problem.ts";

/** What an element says of itself through `:state()`. */
export type ElementState = "loading" | "error" | "empty" | "signed-out";

/** Every element's sentences, once there was an error that needs one. */
let moreErrors: Sentences | null = null;

/**
 * The base of all elements: finds its client, follows the session, and says how it is.
 *
 * A subclass writes `view()` instead of `render()`, makes its reads with `createLoad(this, …)`, and forgets
 * what it holds of the patient in `clear()`.
 */
export abstract class TuoElement extends LitElement {
  static override properties: PropertyDeclarations = { client: { attribute: false } };

  /** This element's own client; without one, the page's. */
  declare client: TuoDossier | null;

  /** Every read of this element; `createLoad` adds to it. */
  readonly loads: Load<unknown>[] = [];
  readonly language = createLanguage(this, () => this.tuo?.locale ?? null);
  /** Whether it is shown to a patient who is signed in only. */
  protected readonly needsSession: boolean = true;

  #internals = this.attachInternals();
  #bound: TuoDossier | null = null;
  #unsubscribe = () => {};
  #unlisten = () => {};
  #said = "";
  #was: SessionStatus | null = null;

  constructor() {
    super();
    this.client = null;
  }

  /** The client in use: `.client`, else the page's. */
  get tuo(): TuoDossier | null {
    return this.client ?? defaultClient();
  }

  get status(): SessionStatus {
    return this.tuo?.session.status ?? "starting";
  }

  get signedIn(): boolean {
    return this.status === "signed-in";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unlisten = onDefaultClient(() => this.#bind());
    this.#bind();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unlisten();
    this.#unbind();
    for (const load of this.loads) load.stop();
  }

  /** What is on the screen. Not asked for while signed out, unless `needsSession` is false. */
  protected abstract view(): unknown;

  /** Forgets what the element holds of the patient; its loads are cleared already. */
  protected clear(): void {}

  /** Called when the session begins or is found, before the automatic loads start. */
  protected begin(): void {}

  /** Says a sentence to who listens to the page. */
  say(text: string): void {
    this.#said = text;
    this.requestUpdate();
  }

  /** What happened and what to do, in the element's language; nothing while the words are on their way. */
  protected sentence(error: TuoError): string {
    if (isStale(error)) return this.language.words("ui", ui).stale;
    const first: Sentences & typeof firstErrors = this.language.words("firstErrors", firstErrors);
    const sentence = first[error.code] ?? this.language.words("errors", moreErrors ?? {})[error.code];
    if (sentence) return sentence;
    // An error that nobody foresaw here is a fault of ours.
    if (moreErrors) return first["server.failed"];
    // Apart, for their weight: most pages never meet one.
    import("./i18n/it/errors.ts")
      .then(({ errors }) => moreErrors = errors, () => moreErrors = {})
      .then(() => this.requestUpdate());
    return "";
  }

  /** What went wrong where it did, and the way on: to try again, or to have the page anew. */
  protected trouble(error: TuoError, again: () => unknown): TemplateResult {
    const { reload, retry: retryLabel } = this.language.words("ui", ui);
    const way = isStale(error)
      ? { retry: () => location.reload(), retryLabel: reload }
      : { retry: () => void again(), retryLabel };
    return problem({ text: this.sentence(error), ...way });
  }

  /** Tells the page; the sentence to the patient is the element's to show. */
  report(error: TuoError): void {
    this.dispatchEvent(new TuoErrorEvent(error));
  }

  /** A read on the screen: its skeleton, its data, or what went wrong with a way to try again. */
  protected loaded<T>(load: Load<T>, parts: { skeleton: () => unknown; content: (data: T) => unknown }) {
    const { error, data } = load;
    const trouble = error && error.code !== "auth.signed-out" ? this.trouble(error, load.reload) : nothing;
    if (data !== null) return html`${trouble}${parts.content(data)}`;
    return error ? trouble : parts.skeleton();
  }

  /** Waits for the language's words, so that no text changes under the reader's eyes. */
  protected override async scheduleUpdate(): Promise<void> {
    await this.language.ready;
    super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("client") && this.isConnected) this.#bind();
  }

  protected override render(): unknown {
    if (this.needsSession && !this.signedIn) return nothing;
    return html`
      <div class="root" lang=${this.language.code}>
        ${this.view()}
        <p class="unseen" role="status">${this.#said}</p>
      </div>
    `;
  }

  protected override updated(_changed: PropertyValues): void {
    const { loads } = this;
    this.#mark("loading", this.signedIn && loads.some((load) => load.pending));
    this.#mark("error", loads.some((load) => load.error !== null));
    this.#mark("empty", loads.some((load) => load.empty));
    this.#mark("signed-out", this.status === "signed-out");
    this.#mark("absent", this.needsSession && this.status === "signed-out");
  }

  #mark(state: ElementState | "absent", on: boolean): void {
    const { states } = this.#internals;
    for (const name of [state, `--${state}`]) {
      // Chrome before 125 takes only names with dashes, and throws at others.
      try {
        on ? states?.add(name) : states?.delete(name);
      } catch {
        continue;
      }
    }
  }

  #bind(): void {
    const { tuo } = this;
    if (tuo === this.#bound) return;
    const changed = this.#bound !== null;
    this.#unbind();
    if (changed) this.#forget();
    this.#bound = tuo;
    this.requestUpdate();
    if (!tuo) return;
    this.#unsubscribe = tuo.session.subscribe(() => this.#follow());
    this.#follow();
  }

  #unbind(): void {
    this.#unsubscribe();
    this.#bound = this.#was = null;
  }

  #follow(): void {
    // The session tells of its nearing end too.
    if (this.#was === this.status) return;
    this.#was = this.status;
    if (this.status === "signed-out") this.#forget();
    if (this.signedIn) {
      // The first element brings what keeps an eye on the session's end, for the whole page.
      import("./session/guard.ts").then(({ guard }) => guard(this), () => {});
      this.begin();
      for (const load of this.loads) if (load.automatic) load.reload();
    }
    this.requestUpdate();
  }

  #forget(): void {
    this.#said = "";
    for (const load of this.loads) load.clear();
    this.clear();
  }
}
