import type { ConsentCode, ConsentList } from "@tuodossier/sdk";
import { html, type TemplateResult } from "lit";
import type { consents } from "../i18n/it/consents.ts";
import { chevronDown } from "../ui/icons.ts";
import { box } from "./decision.ts";

type Words = typeof consents;
type Group = "portal" | "dossier" | "signature";
type Effect = ConsentList["effective"][number];

/** What belongs together for a patient, in the order to be read. */
const groups: readonly (readonly [title: Group, codes: readonly ConsentCode[]])[] = [
  ["dossier", ["dse-adhesion", "dse-history", "dse-hiv", "dse-abortion", "dse-violence"]],
  ["portal", ["portal-activation"]],
  ["signature", ["fea", "fea-use", "remote-reporting"]],
];

/** What holds now, in groups; `tag` is the language for dates. */
export function now(effective: ConsentList["effective"], words: Words, tag: string): TemplateResult {
  const shown = groups
    .map(([title, codes]) => ({ title, effects: codes.flatMap((code) => find(effective, code)) }))
    .filter(({ effects }) => effects.length > 0);
  return html`
    <div class="now">
      ${shown.map(({ title, effects }) =>
        html`
          <section class="group ${title}" aria-labelledby="now-${title}">
            <h4 id="now-${title}">${words[title]}</h4>
            <ul>${effects.map((effect) => item(effect, words, tag))}</ul>
          </section>
        `
      )}
    </div>
    <details>
      <summary><span>${words.what}</span>${chevronDown}</summary>
      <dl>
        ${shown.flatMap(({ effects }) => effects).map(({ code }) =>
          html`
            <div>
              <dt>${words.names[code]}</dt>
              <dd>${words.purposes[code]}</dd>
            </div>
          `
        )}
      </dl>
    </details>
  `;
}

const find = (effective: readonly Effect[], code: ConsentCode) =>
  effective.filter((effect) => effect.code === code);

function item({ code, given, since }: Effect, words: Words, tag: string): TemplateResult {
  return html`
    <li class="effect ${given ? "given" : "not-given"}">
      ${box(given)}
      <div>
        <p class="name">${words.names[code]}</p>
        <p class="state">${state({ given, since }, words, tag)}</p>
      </div>
    </li>
  `;
}

function state({ given, since }: Pick<Effect, "given" | "since">, words: Words, tag: string): string {
  if (!since) return given ? words.given : words.notGiven;
  const day = new Intl.DateTimeFormat(tag, { dateStyle: "long" }).format(new Date(since));
  return given ? words.givenSince(day) : words.notGivenSince(day);
}
