import { hasRightCheck, normalizeUser } from "@tuodossier/sdk";
import { html, nothing, type TemplateResult } from "lit";
import type { login } from "../../i18n/it/login.ts";
import { describedBy, field } from "../../ui/field.ts";
import { alert } from "../../ui/icons.ts";
import { typed } from "./form.ts";

/** The codice fiscale as a user name; a wrong check character is a hint, never a refusal: other codes exist. */
export function userField(options: {
  readonly words: typeof login;
  readonly label: string;
  readonly value: string;
  readonly missing: boolean;
  readonly onInput: (value: string) => void;
}): TemplateResult {
  const { words, label, value, missing } = options;
  const code = normalizeUser(value);
  const doubtful = code.length === 16 && !hasRightCheck(code);
  const facts = {
    id: "username",
    hint: words.usernameHint,
    wrong: missing ? words.usernameMissing : null,
  };
  const control = html`
    <input
      class="input"
      id="username"
      name="username"
      autocomplete="username"
      autocapitalize="characters"
      spellcheck="false"
      aria-invalid=${missing ? "true" : "false"}
      aria-describedby="${describedBy(facts)} username-doubt"
      .value=${value}
      @input=${typed(options.onInput)}
    >
    <p class="doubt" id="username-doubt" role="status">${doubtful
      ? html`${alert} <span>${words.checkHint}</span>`
      : nothing}</p>
  `;
  return field({ ...facts, label, control });
}
