import type { ErrandAct, Profile } from "@tuodossier/sdk";
import { html, nothing, type TemplateResult } from "lit";
import type { profile } from "../i18n/it/profile.ts";
import { button } from "../ui/button.ts";

/** What is done on the portal's page, as its row sees it. */
export interface Errands {
  readonly onErrand: (act: ErrandAct) => void;
  /** What the row says of the last one. */
  note(act: ErrandAct): unknown;
  /** In place of what there is not. */
  readonly none: string;
}

/** Who the patient is, and the contacts with the way to change them. */
export function facts(
  { data, words, onErrand, note, none }: Errands & { data: Profile; words: typeof profile },
): TemplateResult {
  const { givenName, familyName, codiceFiscale, email, maskedPhone } = data;
  const phone = html`
    <span aria-hidden="true">${maskedPhone}</span>
    <span class="unseen">${words.phoneEnding(maskedPhone.replaceAll("*", "").trim())}</span>
  `;
  const nobody = html`<span aria-hidden="true">${none}</span><span class="unseen">${words.noEmail}</span>`;
  const change = (act: ErrandAct, label: string, name: string) =>
    html`${button({ label, name, look: "small", onClick: () => onErrand(act) })}`;
  return html`
    <dl class="rows">
      ${row(words.givenName, givenName)} ${row(words.familyName, familyName)} ${row(
        words.codiceFiscale,
        html`<span class="number">${codiceFiscale}</span>`,
      )} ${row(
        words.email,
        html`
          <div class="value">${email === null ? nobody : address(email)}</div>
          ${email === null
            ? change("email", words.add, words.addEmail)
            : change("email", words.change, words.changeEmail)} ${email === null
            ? html`<p class="more">${words.emailWhy}</p>`
            : nothing} ${note("email")}
        `,
      )} ${row(
        words.phone,
        html`
          <div class="value number">${phone}</div>
          ${change("phone", words.change, words.changePhone)} ${note("phone")}
        `,
      )}
    </dl>
  `;
}

/** Breaks after the `@` before it breaks anywhere. */
const address = (email: string): TemplateResult => {
  const at = email.lastIndexOf("@") + 1;
  return html`${email.slice(0, at)}<wbr>${email.slice(at)}`;
};

const row = (term: string, value: unknown): TemplateResult =>
  html`
    <div>
      <dt>${term}</dt>
      <dd>${value}</dd>
    </div>
  `;
