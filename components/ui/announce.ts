import { html, type TemplateResult } from "lit";

/** Text that is read out when it changes, and not seen; `TuoElement.say()` has one already. */
export const announce = (text: string): TemplateResult => html`<p class="unseen" role="status">${text}</p>`;
