import { css } from "lit";

export const fields = css`
  .field {
    display: grid;
    gap: 0.25em;
    align-content: start;
    min-inline-size: 0;
  }
  .field label {
    font-size: 0.9375em;
    font-weight: 600;
  }
  .field .hint {
    font-size: 0.875em;
    color: var(--muted);
  }
  .field .wrong {
    display: flex;
    gap: 0.375em;
    font-size: 0.9375em;
    color: var(--danger);
  }
  .input {
    inline-size: 100%;
    min-block-size: var(--control);
    padding: 0.375em 0.75em;
    border: var(--border) solid var(--edge);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--on-surface);
    font: inherit;
    line-height: 1.25;
  }
  textarea.input {
    min-block-size: 8em;
    line-height: 1.5;
    resize: vertical;
  }
  .input[aria-invalid="true"] {
    border-color: var(--danger);
    border-width: 2px;
  }
`;
