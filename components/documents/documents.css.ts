import { css } from "lit";
import { ground } from "../ui/base.css.ts";
import { buttons } from "../ui/button.css.ts";
import { fields } from "../ui/field.css.ts";
import { pagers } from "../ui/pager.css.ts";
import { notices } from "../ui/problem.css.ts";
import { skeletons } from "../ui/skeleton.css.ts";
import { tables } from "../ui/table.css.ts";
import { rowActions } from "../ui/row-actions.css.ts";

const room = css`
  .documents {
    display: grid;
    gap: calc(var(--space) * 1.5);
    grid-template-columns: minmax(0, 1fr);
  }
  .patient {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--space) * 0.75) calc(var(--space) * 2.5);
    padding-block: var(--space);
    border-block: var(--border) solid var(--line);
  }
  .patient.waiting {
    min-block-size: 5.25rem;
  }
  .patient dt {
    font-size: 0.875em;
    color: var(--muted);
  }
  .patient dd {
    font-weight: 600;
  }
  .filters {
    display: grid;
    gap: calc(var(--space) * 0.75);
  }
  .filters-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    min-block-size: var(--control);
  }
  .filters-head .plain {
    padding-inline: 0.25em;
  }
  .filter-fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
    gap: calc(var(--space) * 0.75) var(--space);
    align-items: end;
  }
  .table[aria-busy="true"] {
    opacity: 0.6;
    transition: opacity 150ms 200ms;
  }
  .table .actions {
    inline-size: 1%;
    white-space: nowrap;
  }
  .unread .type > :first-child {
    font-weight: 700;
  }
  .mark {
    display: inline-flex;
    align-items: center;
    gap: 0.375em;
    margin-inline-start: 0.5em;
    font-size: 0.8125em;
    font-weight: 600;
    color: var(--accent);
    white-space: nowrap;
    vertical-align: middle;
  }
  .mark::before {
    content: "";
    inline-size: 0.5em;
    block-size: 0.5em;
    border-radius: 50%;
    background: currentColor;
  }
  .mark.quiet {
    font-weight: 400;
    color: var(--muted);
  }
  .mark.quiet::before {
    content: none;
  }
  .services li + li {
    margin-block-start: 0.125em;
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: 0.25em;
    padding-block: calc(var(--space) * 3);
    text-align: center;
  }
  .empty .icon {
    inline-size: 2.5rem;
    block-size: 2.5rem;
    color: var(--muted);
    stroke-width: 1.25;
  }
  .empty-title {
    font-weight: 600;
  }
  @container root (inline-size >= 48rem) {
    .row-actions {
      grid-template-columns: repeat(4, 4.25rem) 6.75rem;
    }
    .row-action.view {
      grid-column: 1;
    }
    .row-action.download {
      grid-column: 2;
    }
    .row-action.print {
      grid-column: 3;
    }
    .row-action.obscure {
      grid-column: 4;
    }
    .row-action.images {
      grid-column: 5;
    }
  }
  @container root (inline-size < 48rem) {
    .only-wide {
      display: none;
    }
    .filter-fields:not(.open) {
      display: none;
    }
    .table .type {
      font-size: 1.125em;
    }
    .table .actions {
      inline-size: auto;
      white-space: normal;
    }
    .order {
      max-inline-size: 22rem;
    }
    .row-action.images {
      grid-column: auto / span 2;
    }
    .services {
      display: inline;
    }
    .services li {
      display: inline;
    }
    .services li + li::before {
      content: ", ";
    }
  }
`;

export const documentsStyles = [
  ground,
  buttons,
  fields,
  notices,
  pagers,
  skeletons,
  tables,
  rowActions,
  room,
];
