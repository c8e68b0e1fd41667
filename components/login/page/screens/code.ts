import type { Challenge, TuoError } from "@tuodossier/sdk";
import { html, nothing } from "lit";
import { login } from "../../../i18n/it/login.ts";
import { button } from "../../../ui/button.ts";
import { describedBy, field } from "../../../ui/field.ts";
import { info, tick } from "../../../ui/icons.ts";
import { telephone } from "../clinic.ts";
import { createCountdown } from "../countdown.ts";
import { form } from "../form.ts";
import { aboutMasked } from "../masked.ts";
import type { Page, Screen } from "../screen.ts";

export interface CodeScreenOptions {
  readonly challenge: Challenge;
  readonly verify: (challenge: string, code: string) => Promise<void>;
  readonly resend: (challenge: string) => Promise<Challenge>;
  /** What ends this way: the challenge is over, and the screen with it; `triedOut`: for its many wrong codes. */
  readonly over: (error: TuoError, triedOut?: boolean) => boolean;
  readonly back: { readonly label: string; readonly act: () => void };
  /** To give all of it up, where `back` leads only one screen back. */
  readonly cancel?: { readonly label: string; readonly act: () => void };
}

type Kind = Challenge["factor"] | "recovery";

/** What is typed for each kind of code, spaces and dashes aside. */
const forms: Readonly<Record<Kind, RegExp>> = {
  "sms": /^\d{6}$/,
  "email": /^\d{6}$/,
  "authenticator": /^\d{6}$/,
  "recovery": /^[A-Z2-7]{10}$/,
};

/** Wrong codes that end a challenge (the server counts). */
const TRIES = 5;

/** Of what was typed or pasted, six digits at most; their spaces stay. */
function sixDigits(text: string): string {
  let digits = 0;
  return [...text].filter((character) => /[\s-]/.test(character) || /\d/.test(character) && ++digits <= 6)
    .join("");
}

/** The code of a second factor: sent by SMS or e-mail, shown by an app, or one kept for when that is lost. */
export function codeScreen(page: Page, options: CodeScreenOptions): Screen {
  const { back, cancel } = options;
  const { explainSms } = options.challenge;
  const wait = createCountdown(page.redraw);
  let { challenge } = options;
  let kind: Kind = challenge.factor;
  let code = "";
  let wrong: "missing" | "invalid" | null = null;
  let tries = 0;
  let resent = false;
  wait.start(challenge.resendAfter);

  const submit = () => {
    const plain = code.toUpperCase().replace(/[^0-9A-Z]/g, "");
    [wrong, resent] = [forms[kind].test(plain) ? null : "missing", false];
    if (wrong) return page.focusOn("#code");
    void page.attempt(() => options.verify(challenge.challenge, plain), failed);
  };
  const failed = (error: TuoError) => {
    if (error.code !== "auth.code-invalid") {
      return options.over(error, error.code === "auth.challenge-over" && tries >= TRIES);
    }
    tries++;
    wrong = "invalid";
    // The next code takes the place of the wrong one.
    page.focusOn("#code", { select: true });
    return true;
  };
  const again = () =>
    page.attempt(async () => {
      resent = false;
      challenge = await options.resend(challenge.challenge);
      wait.start(challenge.resendAfter);
      [resent, wrong, code] = [true, null, ""];
      page.focusOn("#code");
    }, options.over);
  const turnTo = (next: Kind) => {
    [kind, code, wrong] = [next, "", null];
    page.focusOn("#code");
  };

  return {
    focus: "#code",
    leave: wait.stop,
    view() {
      const words = page.words("login", login);
      const { title, lead, label, hint, missing, invalid } = words.codes[kind];
      const facts = {
        id: "code",
        hint: hint || undefined,
        wrong: wrong === "missing" ? missing : wrong === "invalid" ? invalid : null,
      };
      const isRecovery = kind === "recovery";
      const sent = kind === "sms" || kind === "email";
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
          @input=${(event: InputEvent) => {
            const input = event.target as HTMLInputElement;
            if (!isRecovery) input.value = sixDigits(input.value);
            [code, wrong] = [input.value, null];
            page.redraw();
          }}
        >
      `;
      return form(page, {
        title,
        lead: aboutMasked(lead, challenge.sentTo, words),
        fields: html`
          ${field({ ...facts, label, control })}
          <p class="resent" role="status">${resent ? html`${tick} <span>${words.resent}</span>` : nothing}</p>
        `,
        submit: words.confirm,
        busy: words.checking,
        onSubmit: submit,
        more: html`
          ${explainSms && kind === "sms"
            ? html`<p class="told">${info} <span>${words.explainSms}</span></p>`
            : nothing}
          <div class="again">
            ${sent
              ? html`
                <p>${words.noCode}</p>
                ${wait.left > 0
                  ? html`<p class="muted countdown">${words.resendIn(String(wait.left))}</p>`
                  : button({ label: words.resend, onClick: () => void again(), busy: page.busy })}
              `
              : html`
                ${button({
                  label: isRecovery ? words.useApp : words.useRecovery,
                  look: "plain",
                  onClick: () => turnTo(isRecovery ? "authenticator" : "recovery"),
                })}
                <p class="muted">${words.lostBoth}</p>
                ${telephone(page.clinic)}
              `} ${button({ label: back.label, look: "plain", onClick: back.act })} ${cancel
              ? button({ label: cancel.label, look: "plain", onClick: cancel.act })
              : nothing}
          </div>
        `,
      });
    },
  };
}
