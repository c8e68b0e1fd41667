import type { ClinicCard } from "@tuodossier/sdk";
import { html, nothing, type TemplateResult } from "lit";
import type { documents } from "../i18n/it/documents.ts";
import { document, info } from "../ui/icons.ts";

/** No documents, or none with these filters. */
export const emptyState = (words: { title: string; text: string }): TemplateResult =>
  html`
    <div class="empty">
      ${document}
      <p class="empty-title">${words.title}</p>
      <p class="muted">${words.text}</p>
    </div>
  `;

/** Without adhesion: why nothing is shown, and what to do. */
export function noAdhesionState(
  words: typeof documents.noAdhesion,
  clinic: ClinicCard | null,
): TemplateResult {
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
