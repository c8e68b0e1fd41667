import { html, nothing, type TemplateResult } from "lit";
import * as said from "../i18n/bytes.ts";
import { longDay } from "../i18n/format.ts";
import type { ui } from "../i18n/it/ui.ts";
import type { viewer } from "../i18n/it/viewer.ts";
import { chevronLeft, chevronRight, close, download } from "../ui/icons.ts";
import { problem } from "../ui/problem.ts";
import type { Action } from "./actions.ts";
import type { Cine } from "./engine/cine.ts";
import type { Reading } from "./engine/reading.ts";
import { faultSentence } from "./messages.ts";

export interface ScreenOptions {
  readonly reading: Reading;
  readonly words: typeof viewer;
  readonly shared: typeof ui;
  readonly tag: string;
  readonly act: (action: Action) => void;
  /** Whether there is an element that exports. */
  readonly exports: boolean;
}

/** Way out, what this is, and the way home for the images. */
export function bar({ reading, words, act, tag, exports }: ScreenOptions): TemplateResult {
  const { study } = reading;
  const date = study?.date ? longDay(tag, study.date) : "";
  const title = study?.description || study?.modalities.join(", ") || words.title;
  return html`
    <header class="bar">
      <button type="button" class="flat" @click=${() => act("close")}>
        ${close}<span>${words.actions.close}</span>
      </button>
      <div class="heading">
        <h2>${title}</h2>
        <p>${date}</p>
      </div>
      <p class="caution">${words.notDiagnostic}</p>
      ${exports
        ? html`
          <button type="button" class="flat" @click=${() => act("export")}>
            ${download}<span>${words.actions.export}</span>
          </button>
        `
        : nothing}
    </header>
  `;
}

/** Where in the stack, with a button for each way and a slider between. */
export function slices(options: ScreenOptions & { cine: Cine | null }): TemplateResult | typeof nothing {
  const { reading, words, act, cine } = options;
  const total = reading.loader?.slides.length ?? 0;
  if (total < 2) return nothing;
  const here = reading.sight.index;
  const slide = (event: Event) => reading.go(Number((event.target as HTMLInputElement).value) - 1);
  const step = (action: "previous" | "next", icon: TemplateResult, end: boolean) =>
    html`
      <button type="button" class="step" aria-label=${words.actions[action]} title=${words.actions[action]}
        aria-disabled=${end} @click=${() => act(action)}>${icon}</button>
    `;
  return html`
    <div class="slices">
      ${step("previous", chevronLeft, here === 0)}
      <input type="range" min="1" max=${total} .value=${String(here + 1)} aria-label=${words.slider}
        aria-valuetext=${words.imageOf(String(here + 1), String(total))} @input=${slide} />
      ${step("next", chevronRight, here === total - 1)}
      <span class="count">${here +
        1}<i aria-hidden="true"> / </i><span class="unseen"> / </span>${total}</span>
      ${cine?.playing ? rate(words, cine) : nothing}
    </div>
  `;
}

const RATES = [2, 5, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60];

function rate(words: typeof viewer, cine: Cine): TemplateResult {
  const rates = [...new Set([...RATES, cine.rate])].sort((a, b) => a - b);
  const change = (event: Event) => cine.rate = Number((event.target as HTMLSelectElement).value);
  return html`
    <select class="rate" aria-label=${words.rate} title=${words.rate} @change=${change}>
      ${rates.map((each) => html`<option value=${each} ?selected=${each === cine.rate}>${each}/s</option>`)}
    </select>
  `;
}

/** What is said in the image's place, or over it. */
export function message(options: ScreenOptions & { wrong: string | null }): TemplateResult | typeof nothing {
  const { reading, words, shared, wrong } = options;
  const { loader, slide, picture, study, sight } = reading;
  if (wrong) {
    const content = problem({ text: wrong, retry: () => reading.retry(), retryLabel: shared.retry });
    return html`<div class="message ${picture ? "over" : ""}">${content}</div>`;
  }
  if (study && study.state !== "available") return plain(words[study.state]);
  if (study && study.series.length === 0) return plain(words.empty);
  if (loader && loader.slides.length === 0) return plain(words.empty);
  const fault = loader?.fault(sight.index);
  if (fault && slide) return plain(faultSentence(fault, slide, words));
  if (picture) return nothing;
  return html`
    <div class="message" role="status">
      <span class="spinner" aria-hidden="true"></span>
      <p>${study ? words.loadingImage : words.loadingStudy}</p>
    </div>
  `;
}

const plain = (text: string) =>
  html`
    <div class="message" role="status">
      <p>${text}</p>
    </div>
  `;

/** How much of the series is here, while some is missing. */
export function progress({ reading, words, tag }: ScreenOptions): TemplateResult | typeof nothing {
  const { loader } = reading;
  if (!loader || !loader.busy || loader.slides.length < 2) return nothing;
  const { ready, total, bytes } = loader.progress;
  const text = words.progress(String(ready), String(total), said.bytes(tag, bytes));
  return html`
    <div class="progress">
      <p aria-hidden="true">${text}</p>
      <progress max=${total} .value=${ready} aria-label=${text}></progress>
    </div>
  `;
}
