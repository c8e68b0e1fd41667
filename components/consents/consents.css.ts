import { css } from "lit";

export const styles = css`
  header {
    display: grid;
    gap: calc(var(--space) * 0.25);
  }
  .consents,
  .consents > section {
    display: grid;
    gap: var(--space);
  }
  .consents {
    gap: calc(var(--space) * 2.25);
  }
  .now {
    display: grid;
    grid-template-columns: 1fr 1fr;
    grid-template-rows: auto 1fr;
    gap: calc(var(--space) * 1.75) calc(var(--space) * 3);
  }
  .group.dossier {
    grid-row: span 2;
  }
  .group h4 {
    margin: 0;
    padding-block-end: calc(var(--space) * 0.5);
    border-block-end: var(--border) solid var(--line);
    color: var(--muted);
    font-size: 0.9375em;
    font-weight: 600;
  }
  .effect {
    display: flex;
    gap: calc(var(--space) * 0.75);
    padding-block: calc(var(--space) * 0.75) 0;
  }
  .box {
    inline-size: 1.375em;
    block-size: 1.375em;
    margin-block-start: 0.0625em;
    color: var(--muted);
  }
  .given .box {
    color: var(--success);
  }
  .effect .state {
    font-size: 0.9375em;
    color: var(--muted);
  }
  .effect.given .state {
    color: var(--success);
  }
  .tick {
    stroke-width: 2.25;
  }
  details {
    border-block: var(--border) solid var(--line);
  }
  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space);
    padding-block: calc(var(--space) * 0.75);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover {
    color: var(--accent);
  }
  details[open] summary .icon {
    rotate: 180deg;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr));
    gap: var(--space) calc(var(--space) * 3);
    padding-block: calc(var(--space) * 0.25) var(--space);
  }
  dt {
    font-weight: 600;
  }
  dd {
    color: var(--muted);
  }
  a {
    display: inline-block;
    color: var(--accent);
    white-space: nowrap;
  }
  .decision {
    display: flex;
    gap: 0.5em;
    padding-block-end: 0.25em;
  }
  .type {
    min-inline-size: 12rem;
  }
  @container root (inline-size < 48rem) {
    .now {
      grid-template-columns: 1fr;
      grid-template-rows: none;
    }
    .group.dossier {
      grid-row: auto;
    }
    .table tr {
      display: flex;
      flex-direction: column;
      gap: calc(var(--space) * 0.5);
    }
    .type {
      order: -1;
      font-weight: 600;
    }
  }
`;
