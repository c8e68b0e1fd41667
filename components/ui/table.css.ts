import { css } from "lit";

/** A table on a wide container; on a narrow one each row is a card, its cells under their column's name. */
export const tables = css`
  .table {
    inline-size: 100%;
    border-collapse: collapse;
    scroll-margin-block-start: var(--space);
    text-align: start;
  }
  .table th,
  .table td {
    padding: calc(var(--space) * 0.75) calc(var(--space) * 0.5);
    border-block-end: var(--border) solid var(--line);
    text-align: start;
    vertical-align: top;
  }
  .table th:first-child,
  .table td:first-child {
    padding-inline-start: 0;
  }
  .table th {
    font-size: 0.9375em;
    font-weight: 600;
    vertical-align: middle;
  }
  .table .sort {
    display: inline-flex;
    align-items: center;
    gap: 0.375em;
    text-align: start;
    min-block-size: 2rem;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .table .sort:hover {
    color: var(--accent);
  }
  .table .sort .icon {
    inline-size: 1em;
    block-size: 1em;
  }
  @container root (inline-size >= 48rem) {
    .only-narrow {
      display: none !important;
    }
  }
  @container root (inline-size < 48rem) {
    .table,
    .table tbody,
    .table td {
      display: block;
    }
    .table thead {
      display: none;
    }
    .table tr {
      display: flex;
      flex-direction: column;
      align-items: start;
      padding-block: var(--space);
      border-block-end: var(--border) solid var(--line);
    }
    .table td {
      padding: 0.125em 0;
      border: 0;
    }
    .table td[data-label]::before {
      content: attr(data-label) ": ";
      color: var(--muted);
    }
    .table td.actions {
      order: 1;
      align-self: stretch;
      padding-block-start: calc(var(--space) * 0.5);
    }
    .table td:empty {
      display: none;
    }
  }
`;
