import { html, nothing } from "lit";
import { button } from "../../../ui/button.ts";
import { tick } from "../../../ui/icons.ts";
import { panel } from "../form.ts";
import type { Page, Screen } from "../screen.ts";

export interface MessageOptions {
  readonly title: string;
  readonly text: unknown;
  /** Something went well. */
  readonly done?: boolean;
  /** The way on: a button, or a link to another page. */
  readonly on?: { readonly label: string; readonly act: () => void } | {
    readonly label: string;
    readonly href: string;
  };
  readonly back?: { readonly label: string; readonly act: () => void };
}

/** What happened, and the one way on. */
export function messageScreen(page: Page, options: MessageOptions): Screen {
  const { title, text, done = false, on, back } = options;
  return {
    focus: "h1",
    view: () =>
      panel(page, {
        title,
        mark: done ? html`<span class="done">${tick}</span>` : nothing,
        body: html`<div class="said">${text}</div>`,
        acts: html`
          ${on === undefined
            ? nothing
            : "href" in on
            ? html`<a class="button primary" href=${on.href} rel="noreferrer">${on.label}</a>`
            : button({ label: on.label, look: "primary", onClick: on.act, busy: page.busy })} ${back
            ? button({ label: back.label, look: "plain", onClick: back.act })
            : nothing}
        `,
      }),
  };
}
