import { css } from "lit";

export const dialogs = css`
  dialog {
    inline-size: min(34rem, 100% - 2rem);
    max-block-size: min(90dvb, 100% - 2rem);
    margin: auto;
    padding: calc(var(--space) * 1.5) calc(var(--space) * 1.5) 0;
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
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space);
  }
  .dialog > .buttons {
    position: sticky;
    inset-block-end: 0;
    justify-content: end;
    padding-block: calc(var(--space) * 0.5) calc(var(--space) * 1.5);
    background: var(--surface);
  }
  @container root (inline-size < 30rem) {
    dialog {
      padding: var(--space) var(--space) 0;
    }
    .dialog > .buttons {
      padding-block-end: var(--space);
    }
    .dialog > h2 {
      font-size: 1.25em;
      overflow-wrap: anywhere;
    }
    .dialog > .buttons .button {
      flex: 1 1 auto;
      max-inline-size: 100%;
    }
  }
  @media (max-height: 20rem) {
    .dialog > .buttons {
      position: static;
    }
  }
  @media (forced-colors: active) {
    dialog {
      border: 2px solid CanvasText;
    }
  }
`;
