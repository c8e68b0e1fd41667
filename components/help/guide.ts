import { html, nothing, type TemplateResult } from "lit";
import { guide as sections } from "../i18n/it/guide.ts";
import { help } from "../i18n/it/help.ts";
import type { Language } from "../i18n/language.ts";
import { button } from "../ui/button.ts";
import { back, document, download, eyeOff, images, user } from "../ui/icons.ts";

const icons: Readonly<Record<string, TemplateResult>> = {
  "sign-in": user,
  "report": document,
  "images": images,
  "archive": download,
  "obscure": eyeOff,
};

/** The guide to the portal: its contents, and each section's steps. */
export function guide(options: {
  readonly language: Language;
  /** Absent where the guide is the page. */
  readonly onBack?: () => void;
  /** Brings a section into sight: a link with a fragment would change the page's address. */
  readonly onGo: (id: string) => void;
}): TemplateResult {
  const { language, onBack, onGo } = options;
  const words = language.words("help", help);
  const chapters = language.words("guide", sections);
  return html`
    <section class="guide" aria-labelledby="guide">
      ${onBack
        ? html`<div class="buttons">${
          button({ label: words.backToHelp, icon: back, onClick: onBack, look: "plain small" })
        }</div>`
        : nothing}
      <header>
        <h2 id="guide" tabindex="-1">${words.guide}</h2>
        <p class="muted">${words.guideLead}</p>
      </header>
      <nav aria-label=${words.contents}>
        <ol role="list">
          ${chapters.map(({ id, title }) =>
            html`<li><button type="button" class="button small" @click=${() => onGo(id)}>${icons[id]}
              <span>${title}</span></button></li>`
          )}
        </ol>
      </nav>
      ${chapters.map(({ id, title, steps, note }) =>
        html`
          <section class="chapter" aria-labelledby="guide-${id}">
            <h3 id="guide-${id}" tabindex="-1">${icons[id]} ${title}</h3>
            <ol class="steps" role="list">${steps.map((step) => html`<li>${step}</li>`)}</ol>
            ${note ? html`<p class="note">${note}</p>` : nothing}
          </section>
        `
      )}
    </section>
  `;
}
