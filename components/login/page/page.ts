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
  #trouble: (() => string) | null = null;
  /** The patient's own choice of a language, which the clinic's page does not change. */
  #chosen = false;

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
    if (!this.#trouble) return nothing;
    return html`<p class="wrong" role="alert">${alert} <span>${this.#trouble()}</span></p>`;
  }

  words<S extends SectionName>(section: S, italian: Catalogue[S]): Catalogue[S] {
    return this.#language.words(section, italian);
  }

  show(screen: Screen): void {
    const first = this.#screen === null;
    this.#screen?.leave?.();
    this.#wear(screen.styles);
    [this.#screen, this.#trouble] = [screen, null];
    this.requestUpdate();
    // Inside a clinic's page the focus stays where the patient left it, until they come here.
    if (!first || this.#full || document.hasFocus()) this.focusOn(screen.focus);
  }

  /** Screens that are fetched when they are needed bring their styles along. */
  #wear(styles: CSSResult | undefined): void {
    const { adoptedStyleSheets } = this.shadowRoot!;
    const sheet = styles?.styleSheet;
    if (sheet && !adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  }

  redraw = (): void => this.requestUpdate();

  focusOn(selector: string, { select } = { select: false }): void {
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const target = this.renderRoot.querySelector<HTMLElement>(selector);
      target?.focus();
      if (select && target instanceof HTMLInputElement) target.select();
      this.renderRoot.querySelector(`${selector}-wrong`)?.scrollIntoView({ block: "nearest" });
    });
  }

  /** The clinic's page has led the patient here. */
  receive(): void {
    if (this.#screen && !this.shadowRoot?.activeElement) this.focusOn(this.#screen.focus);
  }

  /** Escape, where it means to leave: a screen may have its say first. */
  escape(leave: () => void): void {
    if (this.#screen?.stay) this.#screen.stay();
    else leave();
  }

  /** In one of our languages, or Italian; what the patient has chosen stays. */
  speak(code: string): void {
    if (this.#chosen) return;
    document.documentElement.lang = code.slice(0, 20);
    this.requestUpdate();
  }

  #choose(code: string): void {
    this.#chosen = false;
    this.speak(code);
    this.#chosen = true;
  }

  say(text: () => string): void {
    this.#trouble = text;
    this.requestUpdate();
  }

  /** Tells of an error over the screen. */
  fail(error: TuoError): void {
    this.say(() => isStale(error) ? this.words("ui", ui).stale : sentenceOf(error.code, this.#language));
  }

  async attempt(act: () => Promise<void>, handle?: (error: TuoError) => boolean): Promise<void> {
    if (this.#busy) return;
    [this.#busy, this.#trouble] = [true, null];
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
    if (this.#full) return this.#sheet(main);
    return this.#screen?.first ? html`${main}<footer class="languages">${this.#languages()}</footer>` : main;
  }

  protected override updated(): void {
    const title = this.renderRoot.querySelector("h1")?.textContent;
    if (title) document.title = this.#full ? `${title} – ${this.clinic.name}` : title;
  }

  #languages(): unknown {
    const others = Object.entries(languageNames).filter(([other]) => other !== this.#language.code);
    return others.map(([other, name]) =>
      html`<button type="button" class="button plain small" lang=${other} @click=${() =>
        this.#choose(other)}>${name}</button>`
    );
  }

  #sheet(main: unknown): unknown {
    const words = this.words("login", login);
    return html`
      <div class="sheet">
        <header>
          <p class="clinic">${this.clinic.name}</p>
          ${this.#languages()}
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
