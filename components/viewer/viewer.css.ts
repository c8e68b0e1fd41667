import { css } from "lit";
import { ground } from "../ui/base.css.ts";
import { buttons } from "../ui/button.css.ts";
import { dialogs } from "../ui/dialog.css.ts";
import { notices } from "../ui/problem.css.ts";
import { stageStyles } from "./stage.css.ts";
import { toolStyles } from "./tools.css.ts";
import { seriesStyles } from "./series.css.ts";
import { stripStyles } from "./strip.css.ts";
import { lowStyles } from "./low.css.ts";

/** Dark whatever the page is: images are read in the dark. */
const shell = css`
  :host {
    display: flex;
    flex-direction: column;
    --paper: #0b0c0e;
    --bar: #15171a;
    --raised: #24272c;
    --ink: #eceef1;
    --dim: #a9afb8;
    --hair: #33373d;
    --lit: #8fcdf3;
  }
  :host(:fullscreen) {
    block-size: 100dvb;
  }
  .root {
    flex: 1 0 auto;
  }
  .root:has(> .shell) {
    flex: 1 1 min(100dvb - 2rem, 56rem);
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-block-size: 24rem;
  }
  dialog {
    color-scheme: dark;
    --surface: var(--bar);
    --on-surface: var(--ink);
    --focus: var(--lit);
    --accent: var(--lit);
    --on-accent: #06283d;
    --danger: #ffb4ab;
    --edge: #7d858f;
  }
  dialog.shell {
    position: relative;
    inset: auto;
    inline-size: 100%;
    block-size: auto;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--radius);
    background: var(--paper);
    color: var(--ink);
    box-shadow: none;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--hair) transparent;
    font-size: 0.9375rem;
  }
  dialog.shell[open] {
    display: grid;
    --stage: minmax(min(12rem, 40dvb), 1fr);
    grid-template: auto var(--stage) auto auto / 9.5rem minmax(0, 1fr);
    grid-template-areas: "bar bar" "series stage" "series slices" "series tools";
  }
  dialog.shell:modal {
    position: fixed;
    inset: 0;
    inline-size: 100%;
    block-size: 100dvb;
    border-radius: 0;
  }
  :host(:fullscreen) dialog.shell {
    border-radius: 0;
  }
  .shell button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  .shell :focus-visible {
    outline: 2px solid var(--lit);
    outline-offset: -2px;
  }
  .bar {
    grid-area: bar;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    align-items: center;
    gap: 0.25rem 1rem;
    min-block-size: 3.25rem;
    padding: 0.25rem 0.5rem;
    background: var(--bar);
  }
  .flat {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 2.75rem;
    padding: 0.25rem 0.75rem;
    border: 0;
    border-radius: 0.5rem;
    background: none;
  }
  .flat:hover,
  .tool:hover,
  .step:hover,
  .choice:hover {
    background: var(--raised);
  }
  .heading {
    min-inline-size: 0;
    line-height: 1.25;
  }
  .heading h2,
  .heading p {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .heading h2 {
    font-size: 1rem;
  }
  .heading p,
  .caution {
    color: var(--dim);
    font-size: 0.8125rem;
  }
  [autofocus]:not(.stage) {
    outline: none;
    scroll-margin-block-start: 8rem;
  }
  .keys {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr));
    gap: 0 1.5rem;
    margin: 0;
  }
  dialog:not(.shell) {
    padding-inline: min(1.5rem, 5vi);
  }
  .dialog {
    grid-template-columns: minmax(0, 1fr);
    hyphens: auto;
  }
  .keys > div {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75rem;
    padding-block: 0.25rem;
    border-block-end: 1px solid var(--line);
  }
  .keys dt {
    min-inline-size: 5.5rem;
  }
  .keys dd {
    flex: 1 1 6rem;
  }
  kbd {
    display: inline-block;
    min-inline-size: 1.75em;
    padding: 0 0.375em;
    border: 1px solid var(--edge);
    border-radius: 0.25em;
    font: inherit;
    font-size: 0.875em;
    text-align: center;
  }
  @container root (inline-size < 40rem) {
    dialog.shell[open] {
      grid-template: auto var(--stage) auto auto auto / minmax(0, 1fr);
      grid-template-areas: "bar" "stage" "slices" "series" "tools";
    }
    .bar {
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: 0 0.25rem;
      padding: 0.25rem;
    }
    .flat {
      padding-inline: 0.5rem;
    }
    .caution {
      grid-row: 2;
      grid-column: 1 / -1;
      font-size: 0.75rem;
      text-align: center;
    }
  }
  @container root (inline-size < 15rem) {
    .bar {
      grid-template-columns: auto auto;
      justify-content: space-between;
    }
    .flat .icon {
      display: none;
    }
    .heading,
    .caution {
      grid-row: auto;
      grid-column: 1 / -1;
      text-align: center;
    }
    .heading {
      order: 1;
    }
    .caution {
      order: 2;
    }
  }
`;

export const styles = [
  ...ground,
  buttons,
  dialogs,
  notices,
  shell,
  stageStyles,
  toolStyles,
  seriesStyles,
  stripStyles,
  lowStyles,
];
