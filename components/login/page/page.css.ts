import { css } from "lit";

/** The document around the element: nothing of its own, the clinic's page shines through. */
export const document = css`
  html {
    background: transparent;
  }
  body {
    margin: 0;
    overflow: hidden;
  }
`;

export const styles = css`
  :host {
    display: block;
    padding: 0.375rem;
  }
  form,
  .panel {
    display: grid;
    gap: var(--space);
    max-inline-size: 25rem;
    margin-inline: auto;
  }
  h1 {
    margin: 0;
    font-size: 1.5em;
    line-height: 1.25;
    font-weight: var(--heading-weight);
  }
  p {
    margin: 0;
  }
  .wrong {
    display: flex;
    gap: 0.5em;
    padding: 0.75em 1em;
    border-inline-start: 4px solid var(--danger);
    background: color-mix(in srgb, var(--danger) 8%, transparent);
    color: var(--danger);
  }
  .field .wrong {
    padding: 0;
    border: 0;
    background: none;
  }
  .secret {
    position: relative;
  }
  .secret .input {
    padding-inline-end: 6.5em;
  }
  .secret .button {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
  }
  .code {
    font-size: 1.5em;
    letter-spacing: 0.35em;
    font-variant-numeric: tabular-nums;
  }
  .primary {
    inline-size: 100%;
  }
  .countdown {
    min-block-size: var(--control);
    align-content: center;
  }
  .button.plain {
    justify-self: center;
  }
  .secret .button.plain {
    justify-self: auto;
  }
  .again {
    display: grid;
    gap: 0.5em;
    justify-items: start;
    padding-block-start: var(--space);
    border-block-start: var(--border) solid var(--line);
  }
  .strength {
    display: flex;
    align-items: center;
    gap: 0.75em;
    font-size: 0.9375em;
  }
  meter {
    flex: 1;
    block-size: 0.75rem;
  }
  .phone {
    font-size: 1.25em;
    font-weight: 600;
  }
`;
