import { hasRightCheck, normalizeUser } from "@tuodossier/sdk";
import { html, type TemplateResult } from "lit";
import type { login } from "../../i18n/it/login.ts";
import { describedBy, field } from "../../ui/field.ts";
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
    hint: doubtful ? words.checkHint : words.usernameHint,
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
      aria-describedby=${describedBy(facts)}
      .value=${value}
      @input=${typed(options.onInput)}
    >
  `;
  return field({ ...facts, label, control });
}
