import { html, type TemplateResult } from "lit";

/** `lines` bars in the place of rows that are on their way; `label` says so to who does not see them. */
export const skeleton = (lines: number, label: string): TemplateResult =>
  html`
    <div class="skeleton" role="status">
      <span class="unseen">${label}</span>
      ${Array.from({ length: lines }, () => html`<div class="bone"></div>`)}
    </div>
  `;
