import {
  type ClinicCard,
  type Credentials,
  type HandOverRequest,
  newPassphrase,
  type PasswordReason,
  TuoError,
} from "@tuodossier/sdk";
import { html, LitElement, nothing } from "lit";
import { errors } from "../../i18n/it/errors.ts";
import { login } from "../../i18n/it/login.ts";
import { createLanguage } from "../../i18n/language.ts";
import { asTuoError } from "../../load.ts";
import { ground } from "../../ui/base.css.ts";
import { buttons } from "../../ui/button.css.ts";
import { fields } from "../../ui/field.css.ts";
import { alert } from "../../ui/icons.ts";
import { Countdown } from "./countdown.ts";
import { styles } from "./page.css.ts";

import { codeScreen, forgottenScreen, newPasswordScreen, passwordScreen } from "./screens.ts";

type Step = "password" | "forgotten" | "code" | "new-password" | "done";

/** What the page asks of the world around it. */
export interface SignInPorts {
  readonly credentials: Credentials;
  readonly handOver: HandOverRequest;
  readonly clinic: () => Promise<ClinicCard>;
  /** Gives the code to the page that framed this one. */
  readonly done: (code: string) => void;
}

/** The sign-in page: password, code, and at the first access a new password. Internal to the hosted page. */
export class TuoSignIn extends LitElement {
  static override styles = [...ground, buttons, fields, styles];

  ports: SignInPorts | null = null;
  #language = createLanguage(this, () => null);
  #resend = new Countdown(this);
  #wait = new Countdown(this);
  #step: Step = "password";
  #busy = false;
  #error: TuoError | null = null;
  #user = "";
  #password = "";
  #shown = false;
  #missing = new Set<"user" | "password" | "code">();
  #challenge = { challenge: "", maskedPhone: "" };
  #code = "";
  #resent = false;
  #newPassword = "";
  #repeated = "";
  #suggested = false;
  #refusal: PasswordReason | "different" | "unrepeated" | null = null;
  #clinic: ClinicCard | null = null;

  protected override async scheduleUpdate(): Promise<void> {
    await this.#language.ready;
    super.scheduleUpdate();
  }

  protected override render() {
    const words = this.#language.words("login", login);
    const screen = { words, busy: this.#busy, trouble: this.#trouble(), onBack: () => this.#restart() };
    switch (this.#step) {
      case "password":
        return passwordScreen({
          ...screen,
          user: this.#user,
          password: this.#password,
          shown: this.#shown,
          missing: this.#missing as Set<"user" | "password">,
          waiting: this.#wait.left,
          onUser: (value) => this.#set(() => this.#user = value),
          onPassword: (value) => this.#set(() => this.#password = value),
          onShow: () => this.#set(() => this.#shown = !this.#shown),
          onForgotten: () => this.#forgotten(),
          onSubmit: () => this.#begin(),
        });
      case "forgotten":
        return forgottenScreen({ ...screen, clinic: this.#clinic, onSubmit: () => {} });
      case "code":
        return codeScreen({
          ...screen,
          maskedPhone: this.#challenge.maskedPhone,
          code: this.#code,
          missing: this.#missing.has("code"),
          resendIn: this.#resend.left,
          resent: this.#resent,
          onCode: (value) => this.#set(() => this.#code = value),
          onResend: () => this.#another(),
          onSubmit: () => this.#enterCode(),
        });
      case "new-password":
        return newPasswordScreen({
          ...screen,
          password: this.#newPassword,
          repeated: this.#repeated,
          shown: this.#shown,
          suggested: this.#suggested,
          refusal: this.#refusal,
          onPassword: (value) => this.#set(() => [this.#newPassword, this.#refusal] = [value, null]),
          onRepeated: (value) => this.#set(() => [this.#repeated, this.#refusal] = [value, null]),
          onShow: () => this.#set(() => this.#shown = !this.#shown),
          onSuggest: () => this.#suggest(),
          onSubmit: () => this.#choose(),
        });
      case "done":
        return html`<p class="panel" role="status">${words.done}</p>`;
    }
  }

  #trouble() {
    if (!this.#error) return nothing;
    const text = this.#language.words("errors", errors)[this.#error.code];
    return html`<p class="wrong" role="alert">${alert} <span>${text}</span></p>`;
  }

  #set(change: () => unknown): void {
    change();
    this.requestUpdate();
  }

  #go(step: Step, focus: string): void {
    [this.#step, this.#error, this.#busy, this.#shown] = [step, null, false, false];
    this.#missing.clear();
    this.requestUpdate();
    void this.updateComplete.then(() => this.#focus(focus));
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Back to the first screen; who typed a user name need not type it again. */
  #restart(): void {
    [this.#password, this.#code, this.#newPassword, this.#repeated] = ["", "", "", ""];
    this.#go("password", this.#user ? "#password" : "#username");
  }

  async #attempt(act: (ports: SignInPorts) => Promise<void>): Promise<void> {
    if (this.#busy || !this.ports) return;
    this.#set(() => [this.#busy, this.#error, this.#resent] = [true, null, false]);
    try {
      await act(this.ports);
    } catch (failure) {
      const error = asTuoError(failure);
      if (error.code === "auth.challenge-over") this.#restart();
      this.#error = error;
    } finally {
      this.#set(() => this.#busy = false);
    }
  }

  #begin(): void {
    if (this.#wait.left > 0) return;
    this.#missing.clear();
    if (!this.#user.trim()) this.#missing.add("user");
    if (!this.#password) this.#missing.add("password");
    if (this.#missing.size > 0) {
      this.requestUpdate();
      this.#focus(this.#missing.has("user") ? "#username" : "#password");
      return;
    }
    void this.#attempt(async ({ credentials, handOver }) => {
      try {
        const facts = { codiceFiscale: this.#user, password: this.#password, handOver };
        const challenge = await credentials.begin(facts);
        this.#challenge = challenge;
        this.#resend.start(challenge.resendAfter);
        this.#password = "";
        this.#go("code", "#code");
      } catch (error) {
        if (error instanceof TuoError && error.code === "auth.wait") this.#wait.start(error.retryAfter ?? 15);
        throw error;
      }
    });
  }

  #another(): void {
    void this.#attempt(async ({ credentials }) => {
      this.#challenge = await credentials.resend(this.#challenge.challenge).then((challenge) => {
        this.#resend.start(challenge.resendAfter);
        return challenge;
      });
      this.#resent = true;
      this.#focus("#code");
    });
  }

  #enterCode(): void {
    const digits = this.#code.replace(/\D/g, "");
    this.#missing.delete("code");
    if (digits.length !== 6) {
      this.#missing.add("code");
      this.requestUpdate();
      return this.#focus("#code");
    }
    void this.#attempt(async ({ credentials, done }) => {
      try {
        const answer = await credentials.enterCode(this.#challenge.challenge, digits);
        if (answer.next === "new-password") return this.#go("new-password", "#new-password");
        done(answer.code);
        this.#go("done", "p");
      } catch (error) {
        this.renderRoot.querySelector<HTMLInputElement>("#code")?.select();
        throw error;
      }
    });
  }

  #suggest(): void {
    [this.#newPassword, this.#repeated] = [newPassphrase(), ""];
    [this.#shown, this.#suggested, this.#refusal] = [true, true, null];
    this.requestUpdate();
  }

  #choose(): void {
    if ([...this.#newPassword].length < 12) {
      this.#set(() => this.#refusal = "too-short");
      return this.#focus("#new-password");
    }
    if (this.#newPassword !== this.#repeated) {
      this.#set(() => this.#refusal = this.#repeated ? "different" : "unrepeated");
      return this.#focus("#repeated");
    }
    void this.#attempt(async ({ credentials, done }) => {
      try {
        const { code } = await credentials.choosePassword(this.#challenge.challenge, this.#newPassword);
        done(code);
        this.#go("done", "p");
      } catch (error) {
        if (!(error instanceof TuoError) || error.code !== "auth.password-weak") throw error;
        this.#refusal = error.reason as PasswordReason;
        this.#focus("#new-password");
      }
    });
  }

  async #forgotten(): Promise<void> {
    this.#go("forgotten", "h1");
    this.#clinic ??= await this.ports?.clinic().catch(() => null) ?? null;
    this.requestUpdate();
  }
}
