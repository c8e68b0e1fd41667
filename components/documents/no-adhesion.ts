import type { ClinicCard } from "@tuodossier/sdk";
import { html, nothing, type TemplateResult } from "lit";
import { adhesion } from "../i18n/it/adhesion.ts";
import type { Language } from "../i18n/language.ts";
import { info } from "../ui/icons.ts";

/** Without adhesion: why nothing is shown, and what to do. */
export function noAdhesionState(language: Language, clinic: ClinicCard | null): TemplateResult {
  const words = language.words("adhesion", adhesion);
  const { phone = null, hours = null } = clinic ?? {};
  return html`
    <div class="no-adhesion">
      <h3>${info} ${words.title}</h3>
      <p>${words.why}</p>
      <p>${words.todo}</p>
      ${phone
        ? html`<p>${clinic?.name}. ${words.call} <a href="tel:${phone.replace(/[^+\d]/g, "")}">${phone}</a>${
          hours ? ` (${hours})` : nothing
        }</p>`
        : nothing}
    </div>
  `;
}
