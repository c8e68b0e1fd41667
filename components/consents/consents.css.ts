import { css } from "lit";

export const styles = css`
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
    grid-template-columns: 3fr 2fr;
    gap: calc(var(--space) * 2) calc(var(--space) * 3);
  }
  .group.dossier {
    grid-row: span 2;
    grid-column: 1;
    grid-row-start: 1;
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
  .effect .name {
    font-weight: 600;
  }
  .effect .muted {
    font-size: 0.9375em;
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
  .given .state {
    color: var(--success);
  }
  .tick {
    stroke-width: 2.25;
  }
  .change {
    padding-block-start: calc(var(--space) * 0.5);
  }
  a {
    color: var(--accent);
  }
  .decision {
    display: flex;
    gap: 0.5em;
    padding-block-end: 0.25em;
  }
  .acts .buttons {
    flex-wrap: nowrap;
    gap: 0.375em;
  }
  .acts .notice {
    margin-block-start: calc(var(--space) * 0.5);
    max-inline-size: 22rem;
  }
  .type {
    min-inline-size: 12rem;
  }
  .print-frame {
    position: fixed;
    inset-inline-start: -200vw;
    inline-size: 50rem;
    block-size: 70rem;
    border: 0;
  }
  @container root (inline-size < 64rem) {
    .acts .buttons {
      flex-direction: column;
    }
    .acts .button {
      justify-content: start;
    }
  }
  @container root (inline-size < 48rem) {
    .now {
      grid-template-columns: 1fr;
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
    .acts {
      order: 1;
    }
    .acts .buttons {
      flex-flow: row wrap;
    }
  }
`;
