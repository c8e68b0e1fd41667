/** The screens of the sign-in page, as functions of what the page knows. */
import { type ClinicCard, hasRightCheck, normalizeUser, type PasswordReason } from "@tuodossier/sdk";
import { html, nothing, type TemplateResult } from "lit";
import type { login } from "../../i18n/it/login.ts";
import { button } from "../../ui/button.ts";
import { describedBy, field } from "../../ui/field.ts";
import { secretField } from "./secret-field.ts";
import { strengthOf } from "./strength.ts";

type Words = typeof login;

/** What every screen gets. */
export interface Screen {
  readonly words: Words;
  readonly busy: boolean;
  /** What went wrong, over the form. */
  readonly trouble: unknown;
  readonly onSubmit: () => void;
  readonly onBack: () => void;
}

const submitting = (act: () => void) => (event: SubmitEvent) => {
  event.preventDefault();
  act();
};

const submit = (label: string, busy: boolean) =>
  html`<button type="submit" class="button primary" aria-disabled=${
    busy ? "true" : "false"
  }>${label}</button>`;

export function passwordScreen(
  screen: Screen & {
    user: string;
    password: string;
    shown: boolean;
    /** Fields left empty at the last try. */
    missing: ReadonlySet<"user" | "password">;
    waiting: number;
    onUser: (value: string) => void;
    onPassword: (value: string) => void;
    onShow: () => void;
    onForgotten: () => void;
  },
): TemplateResult {
  const { words, user, busy, missing, waiting } = screen;
  const code = normalizeUser(user);
  const doubtful = code.length === 16 && !hasRightCheck(code);
  const facts = {
    id: "username",
    hint: doubtful ? words.checkHint : words.usernameHint,
    wrong: missing.has("user") ? words.usernameMissing : null,
  };
  const control = html`
    <input
      class="input"
      id="username"
      name="username"
      autocomplete="username"
      autocapitalize="characters"
      spellcheck="false"
      aria-invalid=${facts.wrong ? "true" : "false"}
      aria-describedby=${describedBy(facts)}
      .value=${user}
      @input=${(event: InputEvent) => screen.onUser((event.target as HTMLInputElement).value)}
    >
  `;
  return html`
    <form novalidate @submit=${submitting(screen.onSubmit)}>
      <div>
        <h1>${words.title}</h1>
        <p class="muted">${words.lead}</p>
      </div>
      ${waiting > 0
        ? html`<p class="wrong" role="alert">${words.waitFor(String(waiting))}</p>`
        : screen.trouble}
      ${field({ ...facts, label: words.username, control })}
      ${secretField({
        id: "password",
        label: words.password,
        wrong: missing.has("password") ? words.passwordMissing : null,
        value: screen.password,
        autocomplete: "current-password",
        shown: screen.shown,
        words,
        onInput: screen.onPassword,
        onShow: screen.onShow,
      })}
      ${submit(busy ? words.signingIn : words.signIn, busy || waiting > 0)}
      ${button({ label: words.forgotten, look: "plain", onClick: screen.onForgotten })}
    </form>
  `;
}

export function forgottenScreen(screen: Screen & { clinic: ClinicCard | null }): TemplateResult {
  const { words, clinic } = screen;
  return html`
    <div class="panel">
      <h1 tabindex="-1">${words.forgottenTitle}</h1>
      <p>${words.forgottenHow}</p>
      ${clinic?.phone
        ? html`
          <p>
            ${words.callClinic}<br>
            <a class="phone" href="tel:${clinic.phone.replace(/[^\d+]/g, "")}" target="_top">${clinic
              .phone}</a>
            ${clinic.hours ? html`<br><span class="muted">${clinic.hours}</span>` : nothing}
          </p>
        `
        : nothing}
      ${button({ label: words.backToLogin, onClick: screen.onBack })}
    </div>
  `;
}

export function codeScreen(
  screen: Screen & {
    maskedPhone: string;
    code: string;
    missing: boolean;
    resendIn: number;
    resent: boolean;
    onCode: (value: string) => void;
    onResend: () => void;
  },
): TemplateResult {
  const { words, busy, resendIn } = screen;
  const facts = { id: "code", wrong: screen.missing ? words.codeMissing : null };
  const control = html`
    <input
      class="input code"
      id="code"
      name="code"
      inputmode="numeric"
      autocomplete="one-time-code"
      maxlength="20"
      aria-invalid=${facts.wrong ? "true" : "false"}
      aria-describedby=${describedBy(facts)}
      .value=${screen.code}
      @input=${(event: InputEvent) => screen.onCode((event.target as HTMLInputElement).value)}
    >
  `;
  return html`
    <form novalidate @submit=${submitting(screen.onSubmit)}>
      <div>
        <h1>${words.codeTitle}</h1>
        <p>${words.codeSent(screen.maskedPhone)}</p>
      </div>
      ${screen.trouble} ${field({ ...facts, label: words.code, control })}
      ${submit(busy ? words.checking : words.confirm, busy)}
      <div class="again">
        <p>${words.noCode}</p>
        ${resendIn > 0
          ? html`<p class="muted countdown">${words.resendIn(String(resendIn))}</p>`
          : button({ label: words.resend, onClick: screen.onResend })}
        <p class="muted" role="status">${screen.resent ? words.resent : nothing}</p>
        ${button({ label: words.backToLogin, look: "plain", onClick: screen.onBack })}
      </div>
    </form>
  `;
}

export function newPasswordScreen(
  screen: Screen & {
    password: string;
    repeated: string;
    shown: boolean;
    suggested: boolean;
    refusal: PasswordReason | "different" | "unrepeated" | null;
    onPassword: (value: string) => void;
    onRepeated: (value: string) => void;
    onShow: () => void;
    onSuggest: () => void;
  },
): TemplateResult {
  const { words, busy, password, shown, refusal } = screen;
  const strength = strengthOf(password);
  return html`
    <form novalidate @submit=${submitting(screen.onSubmit)}>
      <div>
        <h1>${words.newTitle}</h1>
        <p>${words.newLead}</p>
      </div>
      ${screen.trouble}
      ${secretField({
        id: "new-password",
        label: words.newPassword,
        hint: words.newPasswordHint,
        wrong: refusal && refusal in words.reasons ? words.reasons[refusal as PasswordReason] : null,
        value: password,
        autocomplete: "new-password",
        shown,
        words,
        onInput: screen.onPassword,
        onShow: screen.onShow,
      })}
      <div class="strength">
        <span id="strength">${words.strength}</span>
        <meter min="0" max="4" low="2" high="3" optimum="4" aria-labelledby="strength" .value=${strength}></meter>
        <span aria-live="polite">${password ? words.strengths[strength] : nothing}</span>
      </div>
      ${button({ label: words.suggest, look: "small", onClick: screen.onSuggest })}
      <p class="muted" role="status">${screen.suggested ? words.suggested : nothing}</p>
      ${secretField({
        id: "repeated",
        label: words.repeat,
        wrong: refusal === "different" ? words.different : refusal === "unrepeated" ? words.unrepeated : null,
        value: screen.repeated,
        autocomplete: "new-password",
        shown,
        words,
        onInput: screen.onRepeated,
      })}
      ${submit(busy ? words.saving : words.save, busy)}
      ${button({ label: words.backToLogin, look: "plain", onClick: screen.onBack })}
    </form>
  `;
}
