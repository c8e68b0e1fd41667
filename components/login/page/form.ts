import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "./screen.ts";

export interface FormOptions {
  readonly title: string;
  readonly lead?: unknown;
  readonly fields: unknown;
  /** The one primary act of the screen. */
  readonly submit: string;
  /** Its label while it is under way. */
  readonly busy: string;
  /** Not now: a wait goes on. */
  readonly held?: boolean;
  /** In the place of what went wrong. */
  readonly trouble?: unknown;
  /** Under the button. */
  readonly more?: unknown;
  readonly onSubmit: () => void;
}

/** A screen that is filled in: its title names the form. */
export function form(page: Page, options: FormOptions): TemplateResult {
  const { title, lead, fields, onSubmit, held = false } = options;
  const submitted = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return html`
    <form novalidate aria-labelledby="title" @submit=${submitted}>
      ${heading(title, lead)} ${options.trouble ?? page.trouble} ${fields}
      <button type="submit" class="button primary" aria-disabled=${page.busy || held ? "true" : nothing}>
        ${page.busy ? options.busy : options.submit}
      </button>
      ${options.more}
    </form>
  `;
}

/** A screen that is read: `acts` are its buttons. */
export function panel(
  page: Page,
  { title, body, acts, mark }: { title: string; body: unknown; acts?: unknown; mark?: unknown },
): TemplateResult {
  return html`
    <section class="panel" aria-labelledby="title">
      ${mark} ${heading(title)} ${page.trouble} ${body} ${acts}
    </section>
  `;
}

const heading = (title: string, lead?: unknown) =>
  html`
    <div class="heading">
      <h1 id="title" tabindex="-1">${title}</h1>
      ${lead ? html`<p>${lead}</p>` : nothing}
    </div>
  `;

/** What was typed into a field. */
export const typed = (act: (value: string) => void) => (event: InputEvent) =>
  act((event.target as HTMLInputElement).value);
