import { html, nothing, type TemplateResult } from "lit";
import { button } from "./button.ts";
import { alert } from "./icons.ts";

/** An error where it happened, with a way to try again. */
export function problem(
  options: { text: string; retry?: () => void; retryLabel?: string },
): TemplateResult {
  const { text, retry, retryLabel } = options;
  return html`
    <div class="notice wrong" role="alert">
      ${alert}
      <p>${text}</p>
      ${retry && retryLabel ? button({ label: retryLabel, onClick: retry, look: "small" }) : nothing}
    </div>
  `;
}
