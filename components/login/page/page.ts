import type { TuoError } from "@tuodossier/sdk";
import { type CSSResult, html, LitElement, nothing } from "lit";
import type { Catalogue, SectionName } from "../../i18n/catalogue.ts";
import { languageNames } from "../../i18n/catalogue.ts";
import { login } from "../../i18n/it/login.ts";
import { ui } from "../../i18n/it/ui.ts";
import { createLanguage } from "../../i18n/language.ts";
import { sentenceOf } from "../../i18n/sentence.ts";
import { asTuoError, isStale } from "../../load.ts";
import { ground } from "../../ui/base.css.ts";
import { buttons } from "../../ui/button.css.ts";
import { fields } from "../../ui/field.css.ts";
import { alert } from "../../ui/icons.ts";
import { readClinic, telephone } from "./clinic.ts";
import { framedDocument, fullDocument, pageStyles } from "./page.css.ts";
import type { Page, Screen } from "./screen.ts";

/** The portal's own page: one screen at a time, alone or inside a clinic's page. */
export class TuoPage extends LitElement implements Page {
  static override styles = [...ground, buttons, fields, pageStyles];

  readonly clinic = readClinic();
  #language = createLanguage(this, () => null);
  #screen: Screen | null = null;
  #full = false;
  #siteUrl: string | null = null;
  #busy = false;
  #error: TuoError | null = null;

  /** Inside a clinic's page: nothing of its own around the screen, the clinic's page shines through. */
  beFramed(): void {
    document.adoptedStyleSheets = [framedDocument.styleSheet!];
  }

  /** A page of its own: the clinic's name over the screen, and under it the way back to `siteUrl`. */
  beFull(siteUrl: string | null): void {
    [this.#full, this.#siteUrl] = [true, siteUrl];
    document.adoptedStyleSheets = [fullDocument.styleSheet!];
    this.requestUpdate();
  }

  get busy(): boolean {
    return this.#busy;
  }

  get trouble(): unknown {
    if (!this.#error) return nothing;
    const text = isStale(this.#error)
      ? this.words("ui", ui).stale
      : sentenceOf(this.#error.code, this.#language);
    return html`<p class="wrong" role="alert">${alert} <span>${text}</span></p>`;
  }

  words<S extends SectionName>(section: S, italian: Catalogue[S]): Catalogue[S] {
    return this.#language.words(section, italian);
  }

  show(screen: Screen): void {
    const first = this.#screen === null;
    this.#screen?.leave?.();
    this.#wear(screen.styles);
    [this.#screen, this.#error] = [screen, null];
    this.requestUpdate();
    // Inside a clinic's page the focus stays where the patient left it, until they come here.
    if (!first || this.#full) this.focusOn(screen.focus);
  }

  /** Screens that are fetched when they are needed bring their styles along. */
  #wear(styles: CSSResult | undefined): void {
    const { adoptedStyleSheets } = this.shadowRoot!;
    const sheet = styles?.styleSheet;
    if (sheet && !adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  }

  redraw = (): void => this.requestUpdate();

  focusOn(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  /** In one of our languages, or Italian. */
  speak(code: string): void {
    document.documentElement.lang = code.slice(0, 20);
    this.requestUpdate();
  }

  /** Tells of an error over the screen. */
  fail(error: TuoError): void {
    this.#error = error;
    this.requestUpdate();
  }

  async attempt(act: () => Promise<void>, handle?: (error: TuoError) => boolean): Promise<void> {
    if (this.#busy) return;
    [this.#busy, this.#error] = [true, null];
    this.requestUpdate();
    try {
      await act();
    } catch (failure) {
      const error = asTuoError(failure);
      if (!handle?.(error)) this.fail(error);
    } finally {
      this.#busy = false;
      this.requestUpdate();
    }
  }

  /** Waits for the language's words, so that no text changes under the reader's eyes. */
  protected override async scheduleUpdate(): Promise<void> {
    await this.#language.ready;
    super.scheduleUpdate();
  }

  protected override render(): unknown {
    const main = html`<main>${this.#screen?.view() ?? this.trouble}</main>`;
    return this.#full ? this.#sheet(main) : main;
  }

  protected override updated(): void {
    const title = this.renderRoot.querySelector("h1")?.textContent;
    if (title) document.title = this.#full ? `${title} – ${this.clinic.name}` : title;
  }

  #sheet(main: unknown): unknown {
    const words = this.words("login", login);
    const { code } = this.#language;
    const others = Object.entries(languageNames).filter(([other]) => other !== code);
    return html`
      <div class="sheet">
        <header>
          <p class="clinic">${this.clinic.name}</p>
          ${others.map(([other, name]) =>
            html`<button type="button" class="button plain small" lang=${other} @click=${() =>
              this.speak(other)}>${name}</button>`
          )}
        </header>
        ${main}
        <footer>
          ${this.clinic.phone ? html`<div><p>${words.needHelp}</p>${telephone(this.clinic)}</div>` : nothing}
          ${this.#siteUrl ? html`<a href=${this.#siteUrl} rel="noreferrer">${words.backToSite}</a>` : nothing}
        </footer>
      </div>
    `;
  }
}
