import { css } from "lit";

export const reportStyles = css`
  :host {
    scroll-margin-block-start: var(--space);
  }
  .reader {
    display: grid;
    gap: var(--space);
  }
  .reader-bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--space) * 0.5);
    padding-block: calc(var(--space) * 0.5);
    border-block-end: var(--border) solid var(--line);
    background: var(--surface);
    color: var(--on-surface);
  }
  .reader-bar .zoom {
    display: flex;
    align-items: center;
    gap: 0.25em;
    margin-inline-end: auto;
  }
  .reader-bar .zoom output {
    min-inline-size: 3.5em;
    text-align: center;
  }
  .pages {
    overflow: auto hidden;
    display: grid;
    gap: var(--space);
    justify-content: safe center;
    padding: 4px;
  }
  .page {
    position: relative;
    inline-size: calc(var(--width) * var(--scale) * 1px);
    block-size: calc(var(--height) * var(--scale) * 1px);
    background: #fff;
    box-shadow: 0 0 0 1px color-mix(in srgb, currentColor 14%, transparent), 0 2px 12px rgb(0 0 0 / 0.12);
  }
  .page canvas {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }
  .words {
    position: absolute;
    inset: 0;
    overflow: hidden;
    color: transparent;
    font-family: sans-serif;
    line-height: 1;
    text-align: start;
    forced-color-adjust: none;
  }
  .words span {
    position: absolute;
    inset-inline-start: calc(var(--x) * var(--scale) * 1px);
    inset-block-start: calc(var(--y) * var(--scale) * 1px);
    font-size: calc(var(--size) * var(--scale) * 1px);
    transform: rotate(var(--turn, 0)) scaleX(var(--stretch, 1));
    transform-origin: 0 0;
    white-space: pre;
    cursor: text;
  }
  .words ::selection {
    background: rgb(0 110 200 / 0.3);
    color: transparent;
  }
  @container root (inline-size < 30rem) {
    .reader-bar .zoom {
      inline-size: 100%;
      justify-content: space-between;
      margin: 0;
    }
    .reader-bar .button {
      padding-inline: 0.375em;
      gap: 0.25em;
    }
    .reader-bar .zoom output {
      min-inline-size: 3em;
    }
    .reader-bar .buttons {
      flex: auto;
      gap: 0.375em;
    }
    .reader-bar .buttons .button {
      flex: auto;
    }
  }
`;
