import { css } from "lit";
import { tokens } from "./tokens.css.ts";

const base = css`
  :host {
    display: block;
    box-sizing: border-box;
    color: var(--tuo-text, inherit);
    font-family: var(--tuo-font, inherit);
    line-height: 1.5;
    overflow-wrap: break-word;
  }
  :host([hidden]) {
    display: none;
  }
  :host(:state(absent)) {
    display: none;
  }
  .root {
    container: root / inline-size;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  h1,
  h2,
  h3 {
    font-family: var(--tuo-heading-font, inherit);
    font-weight: var(--heading-weight);
    line-height: 1.25;
    text-wrap: balance;
  }
  h2 {
    font-size: 1.5em;
  }
  h3 {
    font-size: 1.125em;
  }
  ul,
  ol {
    list-style: none;
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  h1:focus-visible,
  h2:focus-visible {
    outline: none;
  }
  .muted {
    color: var(--muted);
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
`;

/** Chrome before 125 knows a state only with dashes; in one list with `:state()` the rule would be void. */
const older = css`
  :host(:--absent) {
    display: none;
  }
`;

/** Tokens and the ground every element stands on: first in `static styles`. */
export const ground = [tokens, base, older];
