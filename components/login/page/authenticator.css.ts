import { css } from "lit";

export const authenticatorStyles = css`
  .steps {
    display: grid;
    gap: var(--space);
    counter-reset: step;
  }
  .steps > li {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
    padding-inline-start: 2.25em;
    counter-increment: step;
  }
  .steps > li::before {
    content: counter(step);
    position: absolute;
    inset-inline-start: 0;
    inline-size: 1.75em;
    block-size: 1.75em;
    border-radius: 50%;
    background: var(--tint);
    font-size: 0.875em;
    font-weight: 600;
    line-height: 1.75em;
    text-align: center;
  }
  .qr {
    inline-size: min(100%, 13rem);
    border: var(--border) solid var(--line);
    border-radius: var(--radius);
    forced-color-adjust: none;
    shape-rendering: crispedges;
  }
  .qr rect {
    fill: #fff;
  }
  .qr path {
    fill: #000;
  }
  .secret-key,
  .codes {
    font-family: ui-monospace, "DejaVu Sans Mono", monospace;
    font-size: 1.0625em;
  }
  .secret-key {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125em 0.75em;
    user-select: all;
  }
  .touch {
    display: none;
    justify-self: start;
  }
  /* A telephone cannot take a picture of itself: there the app is opened. */
  @media (pointer: coarse) {
    .touch {
      display: inline-flex;
    }
  }
  .codes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(9.5em, 100%), 1fr));
    gap: 0.5em 1em;
    padding: var(--space);
    border: var(--border) solid var(--line);
    border-radius: var(--radius);
    background: var(--tint);
  }
  .for-paper {
    display: none;
  }
  @media (max-width: 15em) {
    .steps > li {
      padding: 2.25em 0 0;
    }
  }
  /* Picture and text side by side: a short window shows both. */
  @media (min-width: 37.5em) {
    form:has(.steps) {
      max-inline-size: 38rem;
    }
    .steps > .scan {
      grid-template-columns: 13rem minmax(0, 1fr);
      column-gap: 1.5em;
      align-content: start;
    }
    .steps .qr {
      grid-area: 1 / 1 / span 4;
    }
    .steps .scan > :not(.qr) {
      grid-column: 2;
    }
  }
  @media print {
    .buttons,
    .button,
    .sheet header,
    .sheet footer {
      display: none;
    }
    .for-paper {
      display: block;
    }
  }
`;
