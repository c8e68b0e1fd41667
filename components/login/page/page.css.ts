import { css } from "lit";

/** Framed: nothing of its own, the clinic's page shines through. */
export const framedDocument = css`
  html {
    background: transparent;
  }
  body {
    margin: 0;
    overflow: hidden;
  }
`;

/** A page of its own. */
export const fullDocument = css`
  html {
    color-scheme: light dark;
    background: Canvas;
    color: CanvasText;
    font: 1rem/1.5 system-ui, sans-serif;
  }
  body {
    margin: 0;
  }
`;

export const pageStyles = css`
  :host {
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  main {
    padding: 0.375rem;
  }
  form,
  .panel,
  .heading,
  .again,
  .said,
  .field {
    grid-template-columns: minmax(0, 1fr);
  }
  form,
  .panel {
    display: grid;
    gap: calc(var(--space) * 1.125);
    max-inline-size: 25rem;
    margin-inline: auto;
  }
  form > *,
  .panel > * {
    min-inline-size: 0;
  }
  .heading {
    display: grid;
    gap: 0.5em;
  }
  h1 {
    font-size: 1.5em;
  }
  h2 {
    font-size: 1.0625em;
  }
  a {
    color: var(--accent);
  }
  .wrong {
    display: flex;
    gap: 0.5em;
    padding: 0.75em 1em;
    border-inline-start: 4px solid var(--danger);
    border-radius: var(--radius);
    background: color-mix(in srgb, var(--danger) 8%, transparent);
    color: var(--danger);
  }
  .wrong > span,
  .told > span {
    min-inline-size: 0;
  }
  .wait {
    display: grid;
  }
  .wait > p {
    grid-area: 1 / 1;
  }
  .wait > p:empty,
  .wait > [data-past] {
    visibility: hidden;
  }
  .field .wrong {
    padding: 0;
    border: 0;
    background: none;
  }
  .told {
    display: flex;
    gap: 0.625em;
    padding: 0.75em 1em;
    border-radius: var(--radius);
    background: var(--tint);
    font-size: 0.9375em;
  }
  .told .icon {
    margin-block-start: 0.125em;
    color: var(--accent);
  }
  .field {
    gap: 0.375em;
  }
  .doubt,
  .resent {
    display: flex;
    gap: 0.375em;
    font-size: 0.9375em;
    color: var(--warning);
  }
  .resent {
    margin-block-start: -0.5em;
    color: var(--success);
  }
  .doubt:empty,
  .resent:empty {
    display: none;
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
    letter-spacing: 0.25em;
    font-variant-numeric: tabular-nums;
  }
  .primary {
    inline-size: 100%;
  }
  .countdown {
    min-block-size: var(--control);
    align-content: center;
    font-variant-numeric: tabular-nums;
  }
  .button.plain {
    justify-self: center;
  }
  .secret .button.plain {
    justify-self: auto;
  }
  .or {
    display: flex;
    align-items: center;
    gap: 1em;
    color: var(--muted);
  }
  .or::before,
  .or::after {
    content: "";
    flex: 1;
    border-block-start: var(--border) solid var(--line);
  }
  .again {
    display: grid;
    gap: 0.5em;
    justify-items: start;
    padding-block-start: var(--space);
    border-block-start: var(--border) solid var(--line);
  }
  .again .button.plain {
    justify-self: start;
    padding-inline: 0;
  }
  .again .button.plain:hover {
    background: none;
    border-color: transparent;
    text-decoration: underline;
  }
  .done {
    display: grid;
    place-items: center;
    inline-size: 3.5rem;
    block-size: 3.5rem;
    border-radius: 50%;
    background: color-mix(in srgb, var(--success) 14%, transparent);
    color: var(--success);
  }
  .done .icon {
    inline-size: 1.75rem;
    block-size: 1.75rem;
  }
  .said {
    display: grid;
    gap: 0.75em;
  }
  .call {
    display: grid;
  }
  .phone {
    font-size: 1.25em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .sheet {
    display: grid;
    grid-template-rows: auto 1fr auto;
    min-block-size: 100vh;
    min-block-size: 100dvh;
  }
  .sheet header,
  .sheet footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1.5rem;
    padding: 0.75rem max(1rem, 50vw - 36rem);
  }
  .sheet header {
    border-block-start: 4px solid var(--accent);
    border-block-end: var(--border) solid var(--line);
  }
  .sheet footer {
    padding-block: 1.25rem;
    border-block-start: var(--border) solid var(--line);
    font-size: 0.9375em;
  }
  .sheet footer .phone {
    font-size: 1em;
  }
  .sheet footer .call,
  .sheet footer > div {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75em;
  }
  .sheet footer a {
    display: inline-block;
    padding-block: 0.125rem;
  }
  .sheet header .button {
    padding-inline: 0.25em;
  }
  .languages {
    display: flex;
    justify-content: center;
  }
  .button {
    max-inline-size: 100%;
  }
  .button > span {
    min-inline-size: 0;
  }
  .sheet .clinic {
    flex: 1 1 9em;
    font-weight: 600;
  }
  .sheet main {
    padding: clamp(1.5rem, 7vh, 5rem) 1rem 3rem;
  }
  /* Of a reader's large letters few fit into a telephone's width. */
  @media (max-width: 15em) {
    h1 {
      font-size: 1.25em;
    }
    .code {
      font-size: 1.25em;
      letter-spacing: 0.1em;
    }
    .secret {
      display: grid;
      gap: 0.25em;
    }
    .secret .input {
      padding-inline-end: 0.75em;
    }
    .secret .button.plain {
      position: static;
      justify-self: start;
      padding-inline: 0;
    }
    .sheet header,
    .sheet footer {
      padding-inline: 0.5rem;
    }
    .sheet main {
      padding: 1rem 0.5rem;
    }
    .said .phone,
    .again .phone {
      font-size: 1em;
    }
  }
`;
