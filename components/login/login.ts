import type { SignIn, TuoDossier } from "@tuodossier/sdk";
import { html, nothing, type PropertyDeclarations, type PropertyValues } from "lit";
import { TuoElement } from "../element.ts";
import { signIn } from "../i18n/it/sign-in.ts";
import { ui } from "../i18n/it/ui.ts";
import { asTuoError, createLoad } from "../load.ts";
import { ground } from "../ui/base.css.ts";
import { button } from "../ui/button.ts";
import { buttons } from "../ui/button.css.ts";
import { notices } from "../ui/problem.css.ts";
import { problem } from "../ui/problem.ts";
import { endedIdle } from "../session/ended.ts";
import { skeletons } from "../ui/skeleton.css.ts";
import { skeleton } from "../ui/skeleton.ts";
import { frames } from "./frame.css.ts";
import { type Absence, createFollower, isRefused, stateOf } from "./frame.ts";
import { frameView } from "./frame-view.ts";
import { styles } from "./login.css.ts";
import { TuoSignedInEvent } from "./login.events.ts";
import type { RedirectMessage } from "./messages.ts";

/**
 * Sign-in: shows the portal's own page, so that what is typed stays out of this page's reach, and trades the code
 * it hands over for a session. Signed in, it takes no room.
 *
 * @summary Lets a patient sign in with codice fiscale, password and a code.
 * @fires tuo-signed-in - The patient has signed in.
 * @fires tuo-error - Sign-in could not be shown or finished; the element says so.
 * @cssstate loading - The sign-in page is on its way.
 * @cssstate error - It did not come, or the session could not be begun.
 * @cssstate signed-out - Nobody is signed in: the form is shown.
 */
export class TuoLogin extends TuoElement {
  static override styles = [...ground, buttons, notices, skeletons, frames, styles];
  static override properties: PropertyDeclarations = { mode: {} };

  /**
   * Where the portal's page stands: in a `frame` of this page, in a window that a button opens (`popup`), or in
   * this page's place (`redirect`). A frame that the site's policy refuses is a redirect by itself.
   */
  declare mode: "frame" | "popup" | "redirect";

  protected override readonly needsSession = false;

  #signIn = createLoad<SignIn>(this, (tuo) => {
    [this.#shown, this.#absent] = [false, null];
    return tuo.session.beginSignIn({ origin: location.origin });
  }, { manual: true });
  /** The way by window or full page, from the press of its button. */
  #away = createLoad(this, (tuo) => this.#leave(tuo), { manual: true });
  #provider: RedirectMessage["provider"] | undefined;
  #follow = createFollower({
    endpoint: () => this.tuo!.endpoint,
    lang: () => this.language.code,
    onShown: () => {
      this.#shown = true;
      this.requestUpdate();
    },
    onAbsent: (why) => {
      this.#absent = why;
      this.#signIn.clear();
    },
    onMessage: (message) => void this.#hear(message as Partial<RedirectMessage> | null),
  });
  #shown = false;
  #absent: Absence | null = null;
  /** The browser lets no window open: the page itself goes. */
  #blocked = false;
  /** The patient came in through this element, which had the focus. */
  #entered = false;

  constructor() {
    super();
    this.mode = "frame";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(null);
    this.#signIn.clear();
  }

  protected override clear(): void {
    [this.#shown, this.#absent, this.#entered] = [false, null, false];
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#follow(this.isConnected ? this.renderRoot.querySelector("iframe") : null);
  }

  protected override view() {
    const words = this.language.words("signIn", signIn);
    if (this.status !== "signed-out") {
      return this.#entered ? html`<p class="unseen" tabindex="-1">${words.signedIn}</p>` : nothing;
    }
    // What the identity provider, or the full page, has come back with.
    const { returned } = this.tuo!.session;
    const failure = returned?.from === "sign-in" ? returned.error : null;
    return html`
      ${failure ? problem({ text: this.sentence(failure) }) : nothing}
      ${this.#alone && endedIdle(this.tuo)
        ? html`<p class="notice" role="status">${words.idle}</p>`
        : nothing}
      ${this.#form()}
    `;
  }

  /** Of no other element, which says itself why sign-in is shown again. */
  get #alone(): boolean {
    const root = this.getRootNode();
    return !(root instanceof ShadowRoot && root.host instanceof TuoElement);
  }

  #form() {
    const words = this.language.words("signIn", signIn);
    if (this.mode !== "frame" || this.#absent || isRefused(this.tuo!.endpoint)) return this.#elsewhere();
    if (this.isConnected && !this.#signIn.data && !this.#signIn.pending && !this.#signIn.error) {
      queueMicrotask(() => void this.#signIn.reload());
    }
    const { loading } = this.language.words("ui", ui);
    return this.loaded(this.#signIn, {
      skeleton: () => html`<div class="place">${skeleton(5, loading)}</div>`,
      content: ({ url }) => frameView({ url, title: words.title, loading, shown: this.#shown }),
    });
  }

  /** Where no frame is wanted, or none may be: a button that leads to the portal's page. */
  #elsewhere() {
    const words = this.language.words("signIn", signIn);
    const { retry } = this.language.words("ui", ui);
    const { error, pending, reload } = this.#away;
    const silent = this.#absent === "silence";
    const text = silent ? words.silent : this.#inWindow ? words.window : words.redirect;
    return html`
      <div class="way">
        <h2>${words.title}</h2>
        <p>${text}</p>
        ${error ? problem({ text: this.sentence(error) }) : nothing} ${button({
          label: silent ? words.fullPage : words.open,
          look: "primary",
          busy: pending,
          onClick: () => void reload(),
        })} ${silent ? button({ label: retry, look: "plain", onClick: this.#again }) : nothing}
      </div>
    `;
  }

  get #inWindow(): boolean {
    return this.mode === "popup" && !this.#blocked && !this.#provider;
  }

  #again = (): void => {
    this.#absent = null;
    void this.#signIn.reload();
  };

  async #leave({ session }: TuoDossier): Promise<void> {
    if (!this.#inWindow) return await session.signInWithRedirect({ provider: this.#provider });
    try {
      await session.signInWithPopup();
    } catch (error) {
      this.#blocked = asTuoError(error).code === "sign-in.blocked";
      throw error;
    }
    await this.#welcome(true);
  }

  async #hear(message: Partial<RedirectMessage> | null): Promise<void> {
    const { data } = this.#signIn;
    if (!data) return;
    if (message?.type === "tuo-redirect" && message.state === stateOf(data.url)) {
      this.#provider = "oidc";
      return await this.#away.reload();
    }
    // Not `:focus-within`, which a focused frame is no match for.
    const led = Boolean(this.shadowRoot?.activeElement);
    try {
      if (await data.accept(message)) await this.#welcome(led);
    } catch (error) {
      this.#signIn.fail(error);
    }
  }

  /** What had the focus is gone: where nobody else takes it, it stays in this place. */
  async #welcome(led: boolean): Promise<void> {
    this.#signIn.clear();
    this.dispatchEvent(new TuoSignedInEvent());
    if (!led || !this.isConnected) return;
    this.#entered = true;
    this.requestUpdate();
    await this.updateComplete;
    if (document.activeElement !== document.body) return;
    this.renderRoot.querySelector<HTMLElement>("[tabindex]")?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tuo-login": TuoLogin;
  }
}
