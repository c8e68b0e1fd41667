import type { ClinicCard } from "@tuodossier/sdk";
import { html, nothing, type TemplateResult } from "lit";
import type { help } from "../i18n/it/help.ts";
import { dial } from "./desk.ts";

/** Whom to call, when, and the clinic's own page for help. */
export function contacts(clinic: ClinicCard, words: typeof help): TemplateResult {
  const { name, phone, hours } = clinic;
  const external = webAddress(clinic.helpUrl);
  return html`
    <section aria-labelledby="desk">
      <h3 id="desk">${words.desk}</h3>
      <p>${words.deskOf(name)}</p>
      ${phone
        ? html`<p><a class="phone number" href=${dial(phone)}>${phone}</a></p>`
        : html`<p>${words.noPhone}</p>`}
      ${hours ? html`<p class="muted">${hours}</p>` : nothing}
      ${external
        ? html`<p><a href=${external} target="_blank" rel="noopener noreferrer">${words.external}
          <span class="unseen">${words.newWindow}</span></a></p>`
        : nothing}
    </section>
  `;
}

/** Only pages of the web: an address with another scheme could run a script. */
function webAddress(text: string | null): string | null {
  if (!text || !URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return protocol === "https:" || protocol === "http:" ? href : null;
}
