import type { AuthenticatorOffer, TuoError } from "@tuodossier/sdk";
import { html, svg } from "lit";
import { generate } from "lean-qr/nano";
import { toSvgPath } from "lean-qr/extras/svg";
import { authenticator } from "../../../i18n/it/authenticator.ts";
import { errands } from "../../../i18n/it/errands.ts";
import { button } from "../../../ui/button.ts";
import { describedBy, field } from "../../../ui/field.ts";
import { form, typed } from "../form.ts";
import { authenticatorStyles } from "../authenticator.css.ts";
import type { Page, Screen } from "../screen.ts";

/** Modules of white around the code (ISO/IEC 18004: four). */
const QUIET = 4;

/** Sets up an authenticator app: its key as a picture, a link and for typing; a code proves that it works. */
export function authenticatorOfferScreen(
  page: Page,
  options: {
    offer: AuthenticatorOffer;
    confirm: (code: string) => Promise<void>;
    over: (error: TuoError) => boolean;
    cancel: () => void;
  },
): Screen {
  const { offer } = options;
  const code = generate(offer.uri);
  const side = code.size + 2 * QUIET;
  const path = toSvgPath(code);
  const groups = offer.secret.match(/.{1,4}/g) ?? [];
  let text = "";
  let wrong: "codeMissing" | "codeInvalid" | null = null;

  const submit = () => {
    const digits = text.replace(/\D/g, "");
    wrong = digits.length === 6 ? null : "codeMissing";
    if (wrong) return page.focusOn("#code");
    void page.attempt(() => options.confirm(digits), (error) => {
      if (error.code !== "auth.code-invalid") return options.over(error);
      wrong = "codeInvalid";
      page.focusOn("#code", { select: true });
      return true;
    });
  };

  return {
    styles: authenticatorStyles,
    focus: "h1",
    view() {
      const words = page.words("authenticator", authenticator);
      const facts = { id: "code", wrong: wrong && words[wrong] };
      const control = html`
        <input
          class="input code"
          id="code"
          name="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength="20"
          aria-invalid=${wrong ? "true" : "false"}
          aria-describedby=${describedBy(facts)}
          .value=${text}
          @input=${typed((value) => {
            [text, wrong] = [value, null];
            page.redraw();
          })}
        >
      `;
      return form(page, {
        title: words.title,
        lead: words.lead,
        fields: html`
          <ol class="steps">
            <li>${words.install}</li>
            <li class="scan">
              <p>${words.scan}</p>
              <a class="button touch" href=${offer.uri} target="_top">${words.open}</a>
              <svg class="qr" role="img" aria-label=${words.qr}
                viewBox="${-QUIET} ${-QUIET} ${side} ${side}">
                ${svg`
                  <rect x=${-QUIET} y=${-QUIET} width=${side} height=${side} />
                  <path d=${path} />
                `}
              </svg>
              <p class="muted">${words.type}</p>
              <p class="secret-key" translate="no">${groups.map((group) =>
                html`
                  <span>${group}</span>
                `
              )}</p>
            </li>
            <li>${words.enter} ${field({ ...facts, label: words.code, control })}</li>
          </ol>
        `,
        submit: words.activate,
        busy: words.activating,
        onSubmit: submit,
        more: button({
          label: page.words("errands", errands).cancel,
          look: "plain",
          onClick: options.cancel,
        }),
      });
    },
  };
}
