import { css } from "lit";

export const styles = css`
  dialog {
    inline-size: min(30rem, 100% - 1rem);
    padding: 0;
    overflow: auto;
  }
  header {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    gap: var(--space);
    padding: calc(var(--space) * 0.5) calc(var(--space) * 0.5) 0 calc(var(--space) * 1.5);
    background: var(--surface);
  }
  header > .button {
    margin-inline-start: auto;
  }
  header h2 {
    font-size: 1.25em;
  }
  .content {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space);
    padding: calc(var(--space) * 0.5) calc(var(--space) * 1.5) calc(var(--space) * 1.5);
  }
  .content > .place {
    inline-size: 100%;
  }
  .content > .button {
    justify-self: start;
  }
  @container root (inline-size < 30rem) {
    dialog {
      padding: 0;
    }
    header {
      padding-inline-start: var(--space);
    }
    .content {
      padding: calc(var(--space) * 0.5) var(--space) var(--space);
    }
  }
`;
