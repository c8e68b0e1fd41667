import { css } from "lit";

export const styles = css`
  header {
    display: grid;
    gap: calc(var(--space) * 0.25);
  }
  .profile {
    display: grid;
    gap: calc(var(--space) * 1.5);
    max-inline-size: calc(var(--measure) * 1.25);
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(10rem, 1fr) 2fr;
    gap: 0 calc(var(--space) * 1.5);
    padding-block: calc(var(--space) * 0.875);
    border-block-end: var(--border) solid var(--line);
  }
  dl > div:first-child {
    border-block-start: var(--border) solid var(--line);
  }
  dt {
    color: var(--muted);
  }
  dd {
    font-size: 1.0625em;
    overflow-wrap: anywhere;
  }
  .skeleton {
    gap: calc(var(--space) * 0.25);
  }
  .notice {
    align-items: start;
  }
  .notice > div {
    display: grid;
    gap: calc(var(--space) * 0.375);
  }
  .notice h3 {
    font-size: 1em;
  }
  a {
    display: inline-block;
    color: var(--accent);
    white-space: nowrap;
  }
  @container root (inline-size < 30rem) {
    dl > div {
      grid-template-columns: 1fr;
    }
  }
`;
