import { html, svg, type TemplateResult } from "lit";

const BOX = "M4.5 4.5h15v15h-15Z";
const TICK = "m8 12.2 3 3 5-6";

/** A box as on the paper, ticked or empty; its state is read out after `name`. */
export function decision(options: {
  readonly name: string;
  readonly given: boolean;
  /** How the state is read out, e.g. `sì`. */
  readonly spoken: string;
}): TemplateResult {
  const { name, given, spoken } = options;
  return html`
    <li class="decision ${given ? "given" : "not-given"}">${box(given)}<span>${name}<span class="unseen">:
      ${spoken}</span></span></li>
  `;
}

export const box = (given: boolean): TemplateResult =>
  html`
    <svg class="icon box" viewBox="0 0 24 24" aria-hidden="true">
      <path d=${BOX} />${given ? svg`<path class="tick" d=${TICK} />` : ""}
    </svg>
  `;
