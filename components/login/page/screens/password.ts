import type { TuoError } from "@tuodossier/sdk";
import { html, nothing } from "lit";
import { login } from "../../../i18n/it/login.ts";
import { button } from "../../../ui/button.ts";
import { alert } from "../../../ui/icons.ts";
import { createCountdown } from "../countdown.ts";
import { form } from "../form.ts";
import type { Page, Screen } from "../screen.ts";
import { secretField } from "../secret-field.ts";
import { userField } from "../user-field.ts";

export interface PasswordScreenOptions {
  /** As typed before. */
  readonly user: string;
  /** Someone from the clinic's identity provider, who has to say who they are here. */
  readonly linking: boolean;
  /** Seconds before the first try. */
  readonly wait: number;
  readonly begin: (user: string, password: string) => Promise<void>;
  readonly forgotten: (user: string) => Promise<void>;
  /** The clinic's identity provider, where it has one. */
  readonly provider: { readonly label: string; readonly go: () => Promise<void> } | null;
}

/** User name and password. */
export function passwordScreen(page: Page, options: PasswordScreenOptions): Screen {
  const { provider, linking } = options;
  const wait = createCountdown(page.redraw);
  let { user } = options;
  let password = "";
  let shown = false;
  let missing = { user: false, password: false };
  /** Seconds of the wait that was told last; null where there was none since the last try. */
  let told: number | null = null;
  const hold = (seconds: number) => {
    told = seconds;
    wait.start(seconds);
  };
  if (options.wait > 0) hold(options.wait);

  const submit = () => {
    if (wait.left > 0) return;
    told = null;
    missing = { user: !user.trim(), password: !password };
    page.redraw();
    if (missing.user || missing.password) return page.focusOn(missing.user ? "#username" : "#password");
    void page.attempt(() => options.begin(user, password), waited);
  };
  const waited = (error: TuoError) => {
    if (error.code !== "auth.wait") return false;
    hold(error.retryAfter ?? 15);
    return true;
  };

  return {
    first: true,
    focus: user ? "#password" : "#username",
    leave: wait.stop,
    view() {
      const words = page.words("login", login);
      return form(page, {
        title: linking ? words.linkTitle : words.title,
        lead: linking ? words.linkLead : html`<span class="muted">${words.lead}</span>`,
        // Its beginning and its end are read out, the seconds between are not; it keeps its place when it ends.
        trouble: told === null ? undefined : html`
          <div class="wait">
            <p class="wrong" ?data-past=${wait.left === 0}>
              ${alert}
              <span aria-hidden="true">${words.tooMany} ${words.waitFor(String(wait.left))}</span>
              <span class="unseen" role="alert">${words.tooMany} ${words.waitFor(String(told))}</span>
            </p>
            <p class="told" role="status">${wait.left === 0 ? words.waitOver : nothing}</p>
          </div>
        `,
        fields: html`
          ${userField({
            words,
            label: words.username,
            value: user,
            missing: missing.user,
            onInput(value) {
              user = value;
              missing.user &&= !value;
              page.redraw();
            },
          })} ${secretField({
            id: "password",
            label: words.password,
            wrong: missing.password ? words.passwordMissing : null,
            value: password,
            autocomplete: "current-password",
            shown,
            words,
            onInput(value) {
              password = value;
              missing.password &&= !value;
              page.redraw();
            },
            onShow() {
              shown = !shown;
              page.redraw();
            },
          })}
        `,
        submit: words.signIn,
        busy: words.signingIn,
        held: wait.left > 0,
        onSubmit: submit,
        more: html`
          ${button({
            label: words.forgotten,
            look: "plain",
            onClick: () => void page.attempt(() => options.forgotten(user)),
          })} ${provider && !linking
            ? html`
              <p class="or"><span>${words.or}</span></p>
              ${button({
                label: words.enterWith(provider.label),
                onClick: () => void page.attempt(provider.go),
              })}
            `
            : nothing}
        `,
      });
    },
  };
}
