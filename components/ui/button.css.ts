import { css } from "lit";

/** `.button`; `.primary` once a screen; `.plain` without an edge; `.small` in rows; `.danger`. */
export const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: var(--control);
    padding: 0.375em 1em;
    border: var(--border) solid var(--edge);
    border-radius: var(--radius);
    background: transparent;
    color: inherit;
    font: inherit;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition: background-color 120ms, border-color 120ms;
  }
  .button:hover {
    background: color-mix(in srgb, var(--accent) 10%, transparent);
    border-color: var(--accent);
  }
  .button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  .button.primary:hover {
    background: color-mix(in srgb, var(--accent) 86%, CanvasText);
  }
  .button.danger {
    background: var(--danger);
    border-color: var(--danger);
    color: var(--surface);
    font-weight: 600;
  }
  .button.plain {
    border-color: transparent;
    color: var(--accent);
  }
  .button.small {
    min-block-size: 2.25rem;
    padding: 0.25em 0.625em;
    font-size: 0.9375em;
  }
  .button:disabled,
  .button[aria-disabled="true"] {
    opacity: 0.5;
    cursor: default;
    background: transparent;
    border-color: var(--line);
    color: inherit;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--space) * 0.75);
  }
  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }
    .button.primary,
    .button.danger {
      border-width: 2px;
      forced-color-adjust: none;
      background: ButtonText;
      color: ButtonFace;
    }
  }
`;
