import { type SignIn, TuoError } from "@tuodossier/sdk";
import { html, nothing } from "lit";
import { TuoElement } from "../element.ts";
import { login } from "../i18n/it/login.ts";
import { ui } from "../i18n/it/ui.ts";
import { createLoad } from "../load.ts";
import { ground } from "../ui/base.css.ts";
import { buttons } from "../ui/button.css.ts";
import { notices } from "../ui/problem.css.ts";
import { skeletons } from "../ui/skeleton.css.ts";
import { skeleton } from "../ui/skeleton.ts";
import { styles } from "./login.css.ts";
import { TuoSignedInEvent } from "./login.events.ts";
import type { FrameMessage, ThemeMessage } from "./messages.ts";
import { readTheme } from "./theme.ts";

/** Milliseconds in which the framed page has to show that it is there. */
const PATIENCE = 20_000;

/**
 * Sign-in: frames the portal's own page, so that what is typed stays out of this page's reach, and trades the
 * code it hands over for a session. Signed in, it takes no room.
 *
 * @summary Lets a patient sign in with codice fiscale, password and a code by SMS.
 * @fires tuo-signed-in - The patient has signed in.
 * @fires tuo-error - Sign-in could not be shown or finished; the element says so.
 * @cssstate loading - The sign-in page is on its way.
 * @cssstate error - It did not come, or the session could not be begun.
 * @cssstate signed-out - Nobody is signed in: the form is shown.
 */
export class TuoLogin extends TuoElement {
  static override styles = [...ground, buttons, notices, skeletons, styles];

  protected override readonly needsSession = false;
  #signIn = createLoad<SignIn>(this, (tuo) => {
    this.#shown = false;
    this.#watch();
    return tuo.session.beginSignIn({ origin: location.origin });
  }, { manual: true });
  #shown = false;
  #patience: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("message", this.#hear);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("message", this.#hear);
    clearTimeout(this.#patience);
    this.#signIn.clear();
  }

  protected override clear(): void {
    this.#shown = false;
  }

  protected override view() {
    if (this.status !== "signed-out") return nothing;
    if (!this.#signIn.data && !this.#signIn.pending && !this.#signIn.error) {
      queueMicrotask(() => void this.#signIn.reload());
    }
    const { loading } = this.language.words("ui", ui);
    const words = this.language.words("login", login);
    return this.loaded(this.#signIn, {
      skeleton: () => html`<div class="waiting">${skeleton(5, loading)}</div>`,
      content: ({ url }) =>
        html`
          <div class="place">
            ${this.#shown ? nothing : html`<div class="waiting">${skeleton(5, loading)}</div>`}
            <iframe title=${words
              .title} src=${url} allow="otp-credentials; publickey-credentials-get"></iframe>
          </div>
        `,
    });
  }

  #hear = (event: MessageEvent): void => {
    const frame = this.renderRoot.querySelector("iframe");
    if (!frame || event.source !== frame.contentWindow || event.origin !== this.tuo?.endpoint) return;
    const message = event.data as FrameMessage;
    if (message?.type === "tuo-frame-ready") this.#welcome(frame);
    else if (message?.type === "tuo-frame-size") {
      const height = Math.min(Math.max(Number(message.height) || 0, 100), 3000);
      frame.style.blockSize = `${Math.ceil(height)}px`;
    } else void this.#finish(message);
  };

  #welcome(frame: HTMLIFrameElement): void {
    clearTimeout(this.#patience);
    this.#shown = true;
    this.requestUpdate();
    const message: ThemeMessage = { type: "tuo-theme", theme: readTheme(this), lang: this.language.code };
    frame.contentWindow!.postMessage(message, this.tuo!.endpoint);
  }

  async #finish(message: unknown): Promise<void> {
    try {
      if (await this.#signIn.data?.accept(message)) {
        this.#signIn.clear();
        this.dispatchEvent(new TuoSignedInEvent());
      }
    } catch (error) {
      this.#signIn.fail(error);
    }
  }

  /** A frame that a policy or the network keeps away gives no sign: after a while that is said. */
  #watch(): void {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => {
      const error = new TuoError({ code: "network.lost", message: "The sign-in page did not come" });
      if (!this.#shown && this.isConnected) this.#signIn.fail(error);
    }, PATIENCE);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tuo-login": TuoLogin;
  }
}
