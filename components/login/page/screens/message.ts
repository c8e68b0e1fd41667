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
  readonly on?: Way;
  readonly back?: Way;
}

type Way =
  | { readonly label: string; readonly act: () => void }
  | { readonly label: string; readonly href: string };

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
        acts: html`${way(on, { look: "primary", busy: page.busy })} ${way(back, { look: "plain" })}`,
      }),
  };
}

function way(on: Way | undefined, { look, busy }: { look: string; busy?: boolean }) {
  if (!on) return nothing;
  return "href" in on
    ? html`<a class="button ${look}" href=${on.href} rel="noreferrer">${on.label}</a>`
    : button({ label: on.label, look, onClick: on.act, busy });
}
