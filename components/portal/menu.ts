import { html, type TemplateResult } from "lit";
import type { portal } from "../i18n/it/portal.ts";
import { sectionIcons, type SectionName, sections } from "./sections.ts";

export interface MenuOptions {
  readonly words: typeof portal;
  /** The patient's first name, when it is known. */
  readonly name: string | null;
  readonly onChoose: (section: SectionName) => void;
}

/** Large buttons, each with its icon, its name and what is behind it. */
export function startMenu({ words, name, onChoose }: MenuOptions): TemplateResult {
  return html`
    <nav class="menu" aria-labelledby="menu-title">
      <div>
        <h2 id="menu-title" tabindex="-1">${name ? words.greeting(name) : words.menu}</h2>
        <p class="muted">${words.choose}</p>
      </div>
      <ul>
        ${sections().map((section) =>
          html`
            <li class="tile">
              ${sectionIcons[section]}
              <div>
                <button type="button" aria-describedby="about-${section}"
                  @click=${() => onChoose(section)}>${words.sections[section].title}</button>
                <p class="muted" id="about-${section}">${words.sections[section].text}</p>
              </div>
            </li>
          `
        )}
      </ul>
    </nav>
  `;
}
