import { normalizePhone, takesSms, type TuoError } from "@tuodossier/sdk";
import { html } from "lit";
import { errands } from "../../../i18n/it/errands.ts";
import { login } from "../../../i18n/it/login.ts";
import { button } from "../../../ui/button.ts";
import { describedBy, field } from "../../../ui/field.ts";
import { foreignPrefixes, readEmail } from "../contact.ts";
import { form, typed } from "../form.ts";
import { aboutMasked } from "../masked.ts";
import type { Page, Screen } from "../screen.ts";

export interface ContactOptions {
  readonly of: "phone" | "email";
  /** What is on file, masked. */
  readonly onFile: string | null;
  readonly change: (contact: string) => Promise<void>;
  readonly over: (error: TuoError) => boolean;
  readonly cancel: () => void;
}

/** A new telephone number or e-mail address. */
export function contactScreen(page: Page, options: ContactOptions): Screen {
  const { of, onFile } = options;
  let text = "";
  let wrong: "incomplete" | "landline" | "refused" | null = null;
  const { smsPrefixes } = page.clinic;

  const faultOf = (contact: string | null) => {
    if (contact === null) return "incomplete";
    if (of === "email" || takesSms(contact, smsPrefixes)) return null;
    return contact.startsWith("+390") ? "landline" : "refused";
  };
  const submit = () => {
    const contact = of === "phone" ? normalizePhone(text) : readEmail(text);
    wrong = faultOf(contact);
    if (contact === null || wrong) return page.focusOn("#contact");
    void page.attempt(() => options.change(contact), failed);
  };
  const failed = (error: TuoError) => {
    if (error.code !== "auth.contact-refused") return options.over(error);
    wrong = "refused";
    page.focusOn("#contact");
    return true;
  };

  return {
    focus: "#contact",
    view() {
      const words = page.words("errands", errands);
      const own = words[of];
      const { onFile: present } = own;
      const hint = of === "phone" ? words.phone.hint(foreignPrefixes(smsPrefixes)) : words.email.hint;
      const fault = wrong === "landline" ? words.phone.landline : wrong && own[wrong];
      const facts = { id: "contact", hint, wrong: fault };
      const control = html`
        <input
          class="input"
          id="contact"
          name="contact"
          type=${of === "phone" ? "tel" : "email"}
          autocomplete=${of === "phone" ? "tel" : "email"}
          autocapitalize="none"
          spellcheck="false"
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
        title: own.title,
        lead: html`${
          onFile ? html`${aboutMasked(present, onFile, page.words("login", login))}<br>` : null
        }${own.lead}`,
        fields: field({ ...facts, label: own.label, control }),
        submit: words.sendCode,
        busy: words.sending,
        onSubmit: submit,
        more: button({ label: words.cancel, look: "plain", onClick: options.cancel }),
      });
    },
  };
}
