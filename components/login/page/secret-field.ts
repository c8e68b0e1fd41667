import { html, type TemplateResult } from "lit";
import type { login } from "../../i18n/it/login.ts";
import { describedBy, field } from "../../ui/field.ts";
import { typed } from "./form.ts";

export interface SecretFieldOptions {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly wrong?: string | null;
  readonly value: string;
  readonly autocomplete: "current-password" | "new-password";
  readonly shown: boolean;
  readonly words: typeof login;
  readonly onInput: (value: string) => void;
  /** Absent where another field's button shows both. */
  readonly onShow?: () => void;
}

/** A password field that can be shown; pasting and password managers are welcome. */
export function secretField(options: SecretFieldOptions): TemplateResult {
  const { id, label, hint, wrong, value, autocomplete, shown, words, onShow } = options;
  const input = html`
    <input
      class="input"
      id=${id}
      name=${id}
      type=${shown ? "text" : "password"}
      autocomplete=${autocomplete}
      autocapitalize="none"
      spellcheck="false"
      aria-invalid=${wrong ? "true" : "false"}
      aria-describedby=${describedBy(options)}
      .value=${value}
      @input=${typed(options.onInput)}
    >
  `;
  const control = onShow
    ? html`
      <div class="secret">
        ${input}
        <button
          type="button"
          class="button plain"
          aria-label=${shown ? words.hidePassword : words.showPassword}
          @click=${onShow}
        >${shown ? words.hide : words.show}</button>
      </div>
    `
    : input;
  return field({ id, label, hint, wrong, control });
}
