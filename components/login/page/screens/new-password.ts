import { newPassphrase, type PasswordReason, type TuoError } from "@tuodossier/sdk";
import { html, nothing } from "lit";
import { login } from "../../../i18n/it/login.ts";
import { newPassword } from "../../../i18n/it/new-password.ts";
import { button } from "../../../ui/button.ts";
import { copyText } from "../copy.ts";
import { form } from "../form.ts";
import type { Page, Screen } from "../screen.ts";
import { strengthStyles } from "../strength.css.ts";
import { secretField } from "../secret-field.ts";
import { strengthOf } from "../strength.ts";

export interface NewPasswordOptions {
  /** Why it is asked for. */
  readonly of: "first" | "reset" | "change";
  /** Whose it is, for password managers, where it is known here. */
  readonly user?: string;
  readonly save: (password: string, current: string) => Promise<void>;
  /** What else ends this way. */
  readonly over: (error: TuoError) => boolean;
  readonly back: { readonly label: string; readonly act: () => void } | null;
}

type Fault = PasswordReason | "missing" | "different" | "unrepeated" | "current-missing" | "current-wrong";

/** Where each fault is mended. */
const placeOf = (fault: Fault): string =>
  fault === "different" || fault === "unrepeated"
    ? "#repeated"
    : fault.startsWith("current")
    ? "#current"
    : "#new-password";

/** A new password, twice, with a hint of its strength; for a change the current one too. */
export function newPasswordScreen(page: Page, options: NewPasswordOptions): Screen {
  const { of, back } = options;
  const asksCurrent = of === "change";
  let [current, password, repeated] = ["", "", ""];
  let shown = false;
  let suggestion: string | null = null;
  /** Whether the suggestion could be copied, when that was tried. */
  let copied: boolean | null = null;
  let fault: Fault | null = null;
  /** What the server has refused looks good no more. */
  let refused: string | null = null;

  const refuse = (reason: Fault) => {
    fault = reason;
    page.focusOn(placeOf(reason));
  };
  const keep = (act: () => void) => {
    fault = null;
    act();
    page.redraw();
  };
  const show = () => {
    shown = !shown;
    page.redraw();
  };
  const suggest = () => {
    suggestion = newPassphrase();
    [password, repeated] = [suggestion, ""];
    [shown, copied, fault] = [true, null, null];
    page.redraw();
  };
  const copy = async (text: string) => {
    copied = null;
    page.redraw();
    copied = await copyText(text);
    page.redraw();
  };
  const submit = () => {
    if (asksCurrent && !current) return refuse("current-missing");
    if (!password) return refuse("missing");
    if ([...password.normalize("NFKC")].length < 12) return refuse("too-short");
    if (password !== repeated) return refuse(repeated ? "different" : "unrepeated");
    void page.attempt(() => options.save(password, current), failed);
  };
  const failed = (error: TuoError) => {
    if (error.code === "auth.password-weak") {
      refused = password;
      const { faults } = page.words("newPassword", newPassword);
      refuse(error.reason && error.reason in faults ? error.reason as PasswordReason : "common");
    } else if (asksCurrent && error.code === "auth.invalid-credentials") refuse("current-wrong");
    else return options.over(error);
    return true;
  };

  return {
    styles: strengthStyles,
    focus: asksCurrent ? "#current" : "#new-password",
    view() {
      const words = page.words("newPassword", newPassword);
      const signs = page.words("login", login);
      const known = [options.user ?? "", ...page.clinic.name.split(/\s+/)];
      // What we propose is as good as can be, also where chance put a common word into it.
      const strength = password === refused ? 0 : password === suggestion ? 4 : strengthOf(password, known);
      const rating = password === refused ? words.refused : words.strengths[strength];
      const at = (place: string) => fault && placeOf(fault) === place ? words.faults[fault] : null;
      const managed = options.user === undefined ? nothing : html`
        <input class="unseen" name="username" autocomplete="username" tabindex="-1" aria-hidden="true"
          readonly .value=${options.user}>
      `;
      return form(page, {
        title: words.of[of].title,
        lead: words.of[of].lead,
        fields: html`
          ${managed} ${asksCurrent
            ? secretField({
              id: "current",
              label: words.current,
              wrong: at("#current"),
              value: current,
              autocomplete: "current-password",
              shown,
              words: signs,
              onInput: (value) => keep(() => current = value),
              onShow: show,
            })
            : nothing} ${secretField({
              id: "new-password",
              label: words.password,
              hint: words.hint,
              wrong: at("#new-password"),
              value: password,
              autocomplete: "new-password",
              shown,
              words: signs,
              onInput: (value) => keep(() => password = value),
              onShow: asksCurrent ? undefined : show,
            })}
          <div class="strength">
            <span aria-hidden="true">${words.strength}</span>
            <span class="bars" aria-hidden="true">
              ${[1, 2, 3, 4].map((bar) =>
                html`<i class=${password && strength >= bar ? `on-${strength}` : ""}></i>`
              )}
            </span>
            <span aria-live="polite">${password
              ? html`<span class="unseen">${words.strength}:</span> ${rating}`
              : nothing}</span>
          </div>
          <div class="suggest">
            ${button({ label: words.suggest, look: "small", onClick: suggest })}
            <p class="muted" role="status">${suggestion === null ? nothing : words.suggested}</p>
            ${suggestion === null ? nothing : html`
              <p class="phrase" translate="no">${suggestion}</p>
              ${button({ label: words.copy, look: "small", onClick: () => void copy(suggestion!) })}
              <p class="muted" role="status">${copied === null
                ? nothing
                : copied
                ? words.copied
                : words.uncopied}</p>
            `}
          </div>
          ${secretField({
            id: "repeated",
            label: words.repeat,
            wrong: at("#repeated"),
            value: repeated,
            autocomplete: "new-password",
            shown,
            words: signs,
            onInput: (value) => keep(() => repeated = value),
          })}
        `,
        submit: words.of[of].save,
        busy: words.saving,
        onSubmit: submit,
        more: back ? button({ label: back.label, look: "plain", onClick: back.act }) : nothing,
      });
    },
  };
}
