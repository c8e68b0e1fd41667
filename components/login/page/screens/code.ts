import type { Challenge, TuoError } from "@tuodossier/sdk";
import { html, nothing } from "lit";
import { errors } from "../../../i18n/it/errors.ts";
import { login } from "../../../i18n/it/login.ts";
import { button } from "../../../ui/button.ts";
import { describedBy, field } from "../../../ui/field.ts";
import { info } from "../../../ui/icons.ts";
import { createCountdown } from "../countdown.ts";
import { form, typed } from "../form.ts";
import type { Page, Screen } from "../screen.ts";

export interface CodeScreenOptions {
  readonly challenge: Challenge;
  readonly verify: (challenge: string, code: string) => Promise<void>;
  readonly resend: (challenge: string) => Promise<Challenge>;
  /** What ends this way: the challenge is over, and the screen with it. */
  readonly over: (error: TuoError) => boolean;
  readonly back: { readonly label: string; readonly act: () => void };
}

type Kind = Challenge["factor"] | "recovery";

/** What is typed for each kind of code, spaces and dashes aside. */
const forms: Readonly<Record<Kind, RegExp>> = {
  "sms": /^\d{6}$/,
  "email": /^\d{6}$/,
  "authenticator": /^\d{6}$/,
  "recovery": /^[A-Z2-7]{10}$/,
};

/** The code of a second factor: sent by SMS or e-mail, shown by an app, or one kept for when that is lost. */
export function codeScreen(page: Page, options: CodeScreenOptions): Screen {
  const { back } = options;
  const wait = createCountdown(page.redraw);
  let { challenge } = options;
  let kind: Kind = challenge.factor;
  let code = "";
  let wrong: "missing" | "invalid" | null = null;
  let resent = false;
  wait.start(challenge.resendAfter);

  const submit = () => {
    const plain = code.toUpperCase().replace(/[^0-9A-Z]/g, "");
    wrong = forms[kind].test(plain) ? null : "missing";
    page.redraw();
    if (wrong) return page.focusOn("#code");
    void page.attempt(() => options.verify(challenge.challenge, plain), failed);
  };
  const failed = (error: TuoError) => {
    if (error.code !== "auth.code-invalid") return options.over(error);
    wrong = "invalid";
    page.focusOn("#code");
    return true;
  };
  const again = () =>
    page.attempt(async () => {
      resent = false;
      challenge = await options.resend(challenge.challenge);
      wait.start(challenge.resendAfter);
      [resent, wrong] = [true, null];
      page.focusOn("#code");
    }, options.over);
  const turnTo = (next: Kind) => {
    [kind, code, wrong] = [next, "", null];
    page.redraw();
    page.focusOn("#code");
  };

  return {
    focus: "#code",
    leave: wait.stop,
    view() {
      const words = page.words("login", login);
      const { lead, label, hint, missing } = words.codes[kind];
      // With SMS the list of errors has the sentence.
      const invalid = words.codes[kind].invalid || page.words("errors", errors)["auth.code-invalid"];
      const facts = {
        id: "code",
        hint: hint || undefined,
        wrong: wrong === "missing" ? missing : wrong === "invalid" ? invalid : null,
      };
      const isRecovery = kind === "recovery";
      const control = html`
        <input
          class="input code"
          id="code"
          name="code"
          inputmode=${isRecovery ? "text" : "numeric"}
          autocomplete=${isRecovery ? "off" : "one-time-code"}
          autocapitalize="characters"
          spellcheck="false"
          maxlength="20"
          aria-invalid=${facts.wrong ? "true" : "false"}
          aria-describedby=${describedBy(facts)}
          .value=${code}
          @input=${typed((value) => {
            [code, wrong] = [value, null];
            page.redraw();
          })}
        >
      `;
      const sent = kind === "sms" || kind === "email";
      return form(page, {
        title: words.codes[kind].title,
        lead: sent && challenge.sentTo === null ? words.codeUnsent : lead(challenge.sentTo ?? ""),
        fields: html`
          ${challenge.explainSms && kind === "sms"
            ? html`<p class="told">${info} <span>${words.explainSms}</span></p>`
            : nothing} ${field({ ...facts, label, control })}
        `,
        submit: words.confirm,
        busy: words.checking,
        onSubmit: submit,
        more: html`
          <div class="again">
            ${sent
              ? html`
                <p>${words.noCode}</p>
                ${wait.left > 0
                  ? html`<p class="muted countdown">${words.resendIn(String(wait.left))}</p>`
                  : button({ label: words.resend, onClick: () => void again(), busy: page.busy })}
                <p class="muted" role="status">${resent ? words.resent : nothing}</p>
              `
              : button({
                label: isRecovery ? words.useApp : words.useRecovery,
                look: "plain",
                onClick: () => turnTo(isRecovery ? "authenticator" : "recovery"),
              })} ${button({ label: back.label, look: "plain", onClick: back.act })}
          </div>
        `,
      });
    },
  };
}
