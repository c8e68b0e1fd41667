import { css } from "lit";

/** The document around the element. */
export const document = css`
  html {
    background: Canvas;
    color: CanvasText;
    color-scheme: light dark;
    font: 1.0625rem / 1.5 system-ui, sans-serif;
  }
  body {
    margin: 0;
  }
  @media print {
    html {
      color-scheme: light;
    }
  }
`;

export const pageStyles = css`
  :host {
    max-inline-size: calc(var(--measure) * 1.25 + 2 * var(--space));
    margin-inline: auto;
    padding: var(--space);
    padding-block-end: calc(var(--space) * 3);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--space) * 0.5) var(--space);
    margin-block-end: calc(var(--space) * 1.5);
    padding-block-end: var(--space);
    border-block-end: 3px solid var(--accent);
  }
  h1 {
    font-size: 1.125em;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: 1.875em;
  }
  footer .ways {
    margin-block-start: calc(var(--space) * 2.5);
  }
  footer section {
    break-inside: avoid;
  }
  @media print {
    :host {
      max-inline-size: none;
      padding: 0;
      font-size: 11pt;
    }
    .top .button,
    nav {
      display: none;
    }
    .chapter {
      break-inside: avoid;
    }
  }
`;
