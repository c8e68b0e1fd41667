import type { ClinicCard } from "@tuodossier/sdk";
import { html, LitElement, nothing } from "lit";
import { help } from "../../i18n/it/help.ts";
import { createLanguage } from "../../i18n/language.ts";
import { ground } from "../../ui/base.css.ts";
import { buttons } from "../../ui/button.css.ts";
import { contacts } from "../contacts.ts";
import { guide } from "../guide.ts";
import { guideStyles, styles } from "../help.css.ts";
import { pageStyles } from "./page.css.ts";

/** What the page is told by its document and by the portal. */
export interface GuidePagePorts {
  readonly name: string;
  /** Where the clinic's patients sign in. */
  readonly site: string | null;
  readonly clinic: () => Promise<ClinicCard>;
}

/** The guide with the clinic's name over it and its telephone under it. Internal to the hosted page. */
export class TuoGuidePage extends LitElement {
  static override styles = [...ground, buttons, styles, guideStyles, pageStyles];

  ports: GuidePagePorts | null = null;
  #language = createLanguage(this, () => null);
  #clinic: ClinicCard | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    // The guide does without: it is read when the portal is in trouble, too.
    this.ports?.clinic().then((clinic) => {
      this.#clinic = clinic;
      this.requestUpdate();
    }, () => {});
  }

  protected override async scheduleUpdate(): Promise<void> {
    await this.#language.ready;
    super.scheduleUpdate();
  }

  protected override render() {
    const words = this.#language.words("help", help);
    const { name, site } = this.ports ?? { name: "", site: null };
    return html`
      <header class="top">
        <h1>${name}</h1>
        ${site ? html`<a class="button primary" href=${site}>${words.openPortal}</a>` : nothing}
      </header>
      <main>${guide({ language: this.#language, onGo: (id) => this.#go(`#guide-${id}`) })}</main>
      <footer>
        ${this.#clinic ? html`<div class="ways">${contacts(this.#clinic, words)}</div>` : nothing}
      </footer>
    `;
  }

  #go(selector: string): void {
    const target = this.renderRoot.querySelector<HTMLElement>(selector);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView();
  }
}
