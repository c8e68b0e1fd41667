import { html, type TemplateResult } from "lit";
import { document } from "../ui/icons.ts";

/** No documents, or none with these filters. */
export const emptyState = (words: { title: string; text: string }): TemplateResult =>
  html`
    <div class="empty">
      ${document}
      <p class="empty-title">${words.title}</p>
      <p class="muted">${words.text}</p>
    </div>
  `;
