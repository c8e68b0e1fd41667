import type { TuoError } from "@tuodossier/sdk";
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type PropertyValues } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { TuoElement } from "../element.ts";
import { loadElement } from "../elements.ts";
import { followHistory } from "../history.ts";
import type { LanguageCode } from "../i18n/catalogue.ts";
import { firstErrors } from "../i18n/it/first-errors.ts";
import { portal } from "../i18n/it/portal.ts";
import { signIn } from "../i18n/it/sign-in.ts";
import { ui } from "../i18n/it/ui.ts";
import { asTuoError, createLoad } from "../load.ts";
import { endedIdle } from "../session/ended.ts";
import { isLeaving, signOut } from "../session/sign-out.ts";
import { button } from "../ui/button.ts";
import { back } from "../ui/icons.ts";
import { skeleton } from "../ui/skeleton.ts";
import { portalBar } from "./bar.ts";
import { startMenu } from "./menu.ts";
import { portalStyles } from "./portal.css.ts";
import { sectionElement } from "./section-element.ts";
import { type SectionName, sectionOf, tagOf } from "./sections.ts";

/**
 * The whole portal: sign-in, then a bar, a start menu, and one section at a time in the menu's place.
 *
 * @summary All pieces, assembled.
 * @slot logo - The clinic's logo, before its name.
 * @fires tuo-error - Something went wrong; the element says so itself.
 * @cssstate loading - The bar's names are on their way.
 * @cssstate error - They could not be read.
 * @cssstate signed-out - Nobody is signed in: sign-in is shown.
 */
export class TuoPortal extends TuoElement {
  static override styles: CSSResultGroup = portalStyles;
  static override properties: PropertyDeclarations = {
    section: { reflect: true },
    ready: { state: true },
    unreachable: { state: true },
    farewell: { state: true },
  };

  /** The section that is open: `documents`, `consents`, `profile`, `accesses`, `help`; null is the menu. */
  declare section: string | null;
  /** @internal Tags whose element is here. */
  declare ready: ReadonlySet<string>;
  /** @internal Why the element on its way could not be fetched. */
  declare unreachable: TuoError | null;
  /** @internal Why sign-in is shown again. */
  declare farewell: string | null;

  protected override readonly needsSession = false;

  #clinic = createLoad(this, (tuo, signal) => tuo.help.clinic({ signal }));
  #profile = createLoad(this, (tuo, signal) => tuo.profile.get({ signal }));
  #focusNext = false;
  #wasOutside = false;
  #isInside = false;
  /** The section was opened here, not given by the page. */
  #opened = false;

  constructor() {
    super();
    this.section = null;
    this.ready = new Set();
    this.unreachable = null;
    this.farewell = null;
    followHistory(this, { depth: () => this.section && this.#opened ? 1 : 0, back: () => this.#go(null) });
  }

  protected override clear(): void {
    if (this.#isInside) {
      const { signedOut } = this.language.words("portal", portal);
      this.farewell = isLeaving(this.tuo)
        ? signedOut
        : endedIdle(this.tuo)
        ? this.language.words("signIn", signIn).idle
        : this.language.words("firstErrors", firstErrors)["auth.signed-out"];
      this.#focusNext = this.matches(":focus-within");
    }
    this.#isInside = false;
    this.section = null;
  }

  /** Who has just signed in is led to the menu; a page that opens takes no focus. */
  protected override begin(): void {
    this.#focusNext = this.#wasOutside;
    this.#wasOutside = false;
    this.farewell = null;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.status === "signed-out") this.#bring("tuo-login");
    if (this.farewell && this.#focusNext) {
      this.#focusNext = false;
      this.renderRoot.querySelector<HTMLElement>(".farewell")?.focus();
    }
    if (!this.signedIn) return;
    const section = sectionOf(this.section);
    if (section) this.#bring(tagOf(section));
    if (this.#focusNext) this.#focusScreen(section);
  }

  protected override view(): unknown {
    if (this.status === "starting") return nothing;
    return html`<div class="portal">${this.signedIn ? this.#inside() : this.#outside()}</div>`;
  }

  #outside() {
    this.#wasOutside = true;
    return html`
      ${this.farewell ? html`<p class="farewell notice" tabindex="-1">${this.farewell}</p>` : nothing}
      ${this.#arrived("tuo-login", () => html`<tuo-login .client=${this.client}></tuo-login>`)}
    `;
  }

  #inside() {
    const words = this.language.words("portal", portal);
    const section = sectionOf(this.section);
    this.#isInside = true;
    return html`
      ${portalBar({
        words,
        language: this.language.code,
        clinic: this.#clinic.data,
        profile: this.#profile.data,
        onProfile: () => this.#go("profile"),
        onHelp: () => this.#go("help"),
        onLanguage: (code) => this.#speak(code),
        onSignOut: () => {
          if (this.tuo) void signOut(this.tuo);
        },
      })} ${section ? this.#screen(section) : startMenu({
        words,
        name: this.#profile.data?.givenName ?? null,
        onChoose: (chosen) => this.#go(chosen),
      })}
    `;
  }

  #screen(section: SectionName) {
    const words = this.language.words("portal", portal);
    return html`
      <div class="screen">
        ${button({ label: words.menu, icon: back, look: "plain", onClick: () => this.#go(null) })}
        ${keyed(section, this.#arrived(tagOf(section), () => sectionElement(section, this.client)))}
      </div>
    `;
  }

  /** The element once its chunk is here; until then its place, or why it did not come. */
  #arrived(tag: string, content: () => unknown): unknown {
    if (this.ready.has(tag)) return content();
    const common = this.language.words("ui", ui);
    if (!this.unreachable) return skeleton(4, common.loading);
    return this.trouble(this.unreachable, () => this.unreachable = null);
  }

  async #bring(tag: string): Promise<void> {
    if (this.ready.has(tag) || this.unreachable) return;
    try {
      await loadElement(tag);
      this.ready = new Set([...this.ready, tag]);
    } catch (failure) {
      this.unreachable = asTuoError(failure);
    }
  }

  #go(section: SectionName | null): void {
    this.section = section;
    this.#opened = true;
    this.#focusNext = true;
    this.requestUpdate();
  }

  #speak(code: LanguageCode): void {
    this.lang = code;
  }

  /** To the heading of what has taken the place, as soon as it has one. */
  async #focusScreen(section: SectionName | null): Promise<void> {
    const host = section ? this.renderRoot.querySelector<TuoElement>(tagOf(section)) : null;
    if (section && !host) return;
    this.#focusNext = false;
    await host?.updateComplete;
    const heading = (host?.renderRoot ?? this.renderRoot).querySelector<HTMLElement>("h1, h2");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }
}
