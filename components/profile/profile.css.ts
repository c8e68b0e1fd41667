import { css } from "lit";

export const styles = css`
  .profile {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--space) * 2.5);
    max-inline-size: calc(var(--measure) * 1.25);
  }
  section,
  header {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--space) * 0.25);
  }
  section {
    gap: var(--space);
  }
  section > h3,
  header > h3 {
    font-size: 1.25em;
  }
  h3:focus-visible {
    outline: none;
  }
  .rows > * {
    display: grid;
    grid-template-columns: minmax(10rem, 1fr) 2fr;
    gap: calc(var(--space) * 0.25) calc(var(--space) * 1.5);
    padding-block: calc(var(--space) * 0.875);
    border-block-end: var(--border) solid var(--line);
  }
  .rows > :first-child {
    border-block-start: var(--border) solid var(--line);
  }
  dt {
    color: var(--muted);
  }
  dd {
    min-inline-size: 0;
    font-size: 1.0625em;
  }
  /* What there is; the button beside it, or under it where the longest word would break; then what it did. */
  dd:has(.value),
  .rows > li {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: calc(var(--space) * 0.5) var(--space);
  }
  .value,
  .device {
    flex: 1 1 8rem;
    max-inline-size: 100%;
  }
  .dots {
    white-space: nowrap;
  }
  dd > .notice,
  dd > .done,
  .more,
  li > .notice,
  li > .ask {
    flex: 0 0 100%;
  }
  .more {
    padding-inline-end: max(0px, 100% - 34rem);
    font-size: 0.9375rem;
    color: var(--muted);
  }
  dd .button,
  li .button {
    margin-block: -0.25rem;
  }
  .done {
    display: flex;
    align-items: start;
    gap: 0.5em;
    color: var(--success);
    font-size: 0.9375rem;
  }
  .device {
    font-weight: 600;
  }
  .badge {
    display: inline-block;
    padding: 0 0.5em;
    border: var(--border) solid var(--edge);
    border-radius: 1em;
    font-size: 0.875em;
    font-weight: 400;
  }
  .ask {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--space) * 0.5) var(--space);
    padding: calc(var(--space) * 0.75) var(--space);
    border-radius: var(--radius);
    background: var(--tint);
  }
  .ask .button {
    margin-block: 0;
  }
  .skeleton {
    gap: calc(var(--space) * 0.25);
  }
  .notice {
    align-items: start;
  }
  .notice > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
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
  @container root (inline-size < 14rem) {
    a {
      white-space: normal;
    }
    .notice > .icon {
      display: none;
    }
  }
  @container root (inline-size < 34rem) {
    dl.rows > * {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
