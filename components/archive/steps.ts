import { html, svg, type TemplateResult } from "lit";
import type { archive } from "../i18n/it/archive.ts";

/** Line drawings of 96 by 64, in the text's colour with one stroke in the accent. */
const pictures: readonly TemplateResult[] = [
  // A closed file with its zip, an arrow, an open folder.
  svg`
    <path d="M10 12h18l8 8v32H10Z" />
    <path d="M28 12v8h8" />
    <path d="M19 14v3M22 18v3M19 22v3M22 26v3" />
    <path d="M18.5 33h4v7h-4Z" />
    <path class="accent" d="M43 34h11M49 28.5 54.5 34 49 39.5" />
    <path d="M61 50V20h9l4 5h13v6" />
    <path d="M61 50l6-19h22l-5 19Z" />
  `,
  // A folder, an arrow, a stick.
  svg`
    <path d="M8 48V18h10l4 5h14v25Z" />
    <path d="M8 29h28" />
    <path class="accent" d="M43 34h11M49 28.5 54.5 34 49 39.5" />
    <path d="M63 23h17v20H63a3 3 0 0 1-3-3V26a3 3 0 0 1 3-3Z" />
    <path d="M80 26.5h11v13H80Z" />
    <path d="M85 30.5v1M85 34.5v1" />
  `,
  // A page in a browser's window, with a pointer.
  svg`
    <path d="M8 11h60v42H8Z" />
    <path d="M8 20h60M13 15.5h.1M18 15.5h.1M23 15.5h.1" />
    <path class="accent" d="M17 28h22" />
    <path d="M17 35h30M17 42h24" />
    <path class="pointer" d="m53 33 4.5 17 4-5.5 6.5-1.5Z" />
  `,
];

/** What to do with the archive, in words and pictures. */
export function steps(words: typeof archive): TemplateResult {
  return html`
    <section class="next" aria-labelledby="next">
      <h3 id="next">${words.next}</h3>
      <ol class="steps" role="list">
        ${words.steps.map(({ title, text }, index) =>
          html`
            <li>
              <svg class="picture" viewBox="0 0 96 64" aria-hidden="true">${pictures[index]}</svg>
              <h4>${index + 1}. ${title}</h4>
              <p>${text}</p>
            </li>
          `
        )}
      </ol>
    </section>
  `;
}
