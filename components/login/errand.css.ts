import { css } from "lit";

export const styles = css`
  dialog {
    inline-size: min(30rem, 100% - 1rem);
    max-inline-size: none;
    padding: 0;
    overflow: auto;
  }
  dialog[open] {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
  }
  h2,
  .way-out {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    grid-row: 1;
  }
  h2 {
    padding-inline-start: calc(var(--space) * 1.5);
    font-size: 1.25em;
    z-index: 2;
  }
  .way-out {
    grid-column: 1 / -1;
    padding: calc(var(--space) * 0.5) calc(var(--space) * 0.5) 0;
    background: var(--surface);
    text-align: end;
  }
  .content {
    grid-column: 1 / -1;
    grid-row: 2;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space);
    padding: calc(var(--space) * 0.5) calc(var(--space) * 1.5) calc(var(--space) * 1.5);
  }
  .content > .place {
    inline-size: 100%;
  }
  .content > .button {
    justify-self: start;
  }
  @container root (inline-size < 34rem) {
    dialog {
      padding: 0;
    }
    h2 {
      padding-inline-start: calc(var(--space) * 0.75);
    }
    .content {
      padding: calc(var(--space) * 0.5) calc(var(--space) * 0.75) var(--space);
    }
    .content:has(iframe) {
      padding-inline: calc(var(--space) * 0.25);
    }
  }
`;
