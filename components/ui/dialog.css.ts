import { css } from "lit";

export const dialogs = css`
  dialog {
    inline-size: min(34rem, 100% - 2rem);
    max-block-size: min(90dvb, 100% - 2rem);
    margin: auto;
    padding: calc(var(--space) * 1.5);
    border: var(--border) solid var(--line);
    border-radius: calc(var(--radius) * 1.5);
    background: var(--surface);
    color: var(--on-surface);
    box-shadow: var(--shadow);
    overflow: auto;
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.5);
  }
  .dialog {
    display: grid;
    gap: var(--space);
  }
  .dialog .buttons {
    justify-content: end;
    margin-block-start: calc(var(--space) * 0.5);
  }
  @media (forced-colors: active) {
    dialog {
      border: 2px solid CanvasText;
    }
  }
`;
