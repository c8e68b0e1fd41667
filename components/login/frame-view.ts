import { html, nothing, type TemplateResult } from "lit";
import { skeleton } from "../ui/skeleton.ts";

/** The frame with the portal's page in it, under a skeleton until that is there. */
export function frameView(options: {
  readonly url: string;
  /** The frame's name. */
  readonly title: string;
  readonly loading: string;
  readonly shown: boolean;
}): TemplateResult {
  const { url, title, loading, shown } = options;
  return html`
    <div class="place">
      ${shown ? nothing : html`<div class="waiting">${skeleton(5, loading)}</div>`}
      <iframe class=${shown
        ? "shown"
        : nothing} title=${title} src=${url} allow="otp-credentials; publickey-credentials-get"></iframe>
    </div>
  `;
}
