import { css } from "lit";

/** `.row-actions`: what a row can do, words under icons; beside them on cards, where there is room for a finger. */
export const rowActions = css`
  .row-actions {
    display: grid;
    grid-template-columns: repeat(3, 4.25rem);
    margin-inline-start: -0.25rem;
  }
  .button.row-action {
    flex-direction: column;
    justify-content: start;
    gap: 0.25rem;
    padding: 0.375rem 0.125rem;
    border-color: transparent;
    font-size: 0.8125em;
    color: var(--accent);
  }
  .row-action .icon {
    inline-size: 1.5rem;
    block-size: 1.5rem;
  }
  .actions .notice {
    margin-block-start: calc(var(--space) * 0.5);
    white-space: normal;
  }
  .actions .notice > p {
    flex-basis: 12rem;
  }
  @container root (inline-size < 48rem) {
    .row-actions {
      grid-template-columns: repeat(auto-fill, minmax(min(6.75rem, 100%), 1fr));
      column-gap: 0.5rem;
      margin: 0;
    }
    .button.row-action {
      grid-column: auto;
      flex-direction: row;
      padding-inline: 0;
      font-size: max(0.875em, 0.875rem);
      text-align: start;
    }
  }
`;
