import { css } from "lit";

export const styles = css`
  header {
    display: grid;
    gap: calc(var(--space) * 0.25);
  }
  .help {
    display: grid;
    gap: calc(var(--space) * 2.5);
    max-inline-size: calc(var(--measure) * 1.5);
  }
  .ways {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
    gap: calc(var(--space) * 2);
  }
  .ways > section {
    display: grid;
    gap: calc(var(--space) * 0.375);
    align-content: start;
    justify-items: start;
    padding-block-start: var(--space);
    border-block-start: 3px solid var(--accent);
  }
  a {
    color: var(--accent);
  }
  .phone {
    display: inline-block;
    padding-block: 0.125em;
    font-size: 1.5em;
    font-weight: 600;
    text-decoration: none;
  }
  .phone:hover {
    text-decoration: underline;
  }
  .ways p a {
    display: inline-block;
    min-block-size: 1.5rem;
  }
  .ways .button {
    margin-block-start: calc(var(--space) * 0.5);
  }
  .questions h3 {
    padding-block-end: calc(var(--space) * 0.75);
  }
  details {
    border-block-end: var(--border) solid var(--line);
  }
  .questions h3 + details {
    border-block-start: var(--border) solid var(--line);
  }
  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space);
    padding-block: calc(var(--space) * 0.75);
    font-weight: 600;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover {
    color: var(--accent);
  }
  summary .icon {
    color: var(--muted);
    transition: rotate 150ms;
  }
  details[open] summary .icon {
    rotate: 180deg;
  }
  .answer {
    display: grid;
    gap: calc(var(--space) * 0.5);
    max-inline-size: var(--measure);
    padding-block-end: var(--space);
  }
  .request,
  form,
  .receipt {
    display: grid;
    gap: calc(var(--space) * 1.25);
    max-inline-size: var(--measure);
  }
  .receipt {
    gap: calc(var(--space) * 0.5);
    justify-items: start;
    padding: calc(var(--space) * 1.25);
    border-inline-start: 4px solid var(--success);
    border-radius: var(--radius);
    background: var(--tint);
  }
  .receipt h3 {
    display: flex;
    align-items: center;
    gap: 0.5em;
  }
  .receipt .icon {
    color: var(--success);
  }
  .receipt strong {
    font-size: 1.125em;
    white-space: nowrap;
  }
  .receipt .button {
    margin-block-start: calc(var(--space) * 0.5);
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--space) * 1.5);
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  legend {
    padding: 0;
    font-size: 0.9375em;
    font-weight: 600;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: var(--control);
    cursor: pointer;
  }
  .choice input {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    accent-color: var(--accent);
  }
`;

export const guideStyles = css`
  .guide {
    display: grid;
    gap: calc(var(--space) * 1.75);
    max-inline-size: calc(var(--measure) * 1.25);
  }
  .guide > .buttons .button {
    margin-inline-start: -0.625em;
  }
  .guide nav ol {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr));
    gap: calc(var(--space) * 0.5);
  }
  .guide nav .button {
    inline-size: 100%;
    justify-content: start;
    text-align: start;
  }
  .guide nav .icon {
    color: var(--accent);
  }
  .chapter {
    display: grid;
    gap: calc(var(--space) * 0.75);
    padding-block-start: calc(var(--space) * 1.25);
    border-block-start: var(--border) solid var(--line);
  }
  .chapter h3 {
    display: flex;
    align-items: center;
    gap: 0.625em;
    font-size: 1.25em;
  }
  .chapter h3 .icon {
    color: var(--accent);
  }
  .steps {
    display: grid;
    gap: calc(var(--space) * 0.625);
    counter-reset: step;
  }
  .steps li {
    display: grid;
    grid-template-columns: 2rem 1fr;
    align-items: baseline;
    counter-increment: step;
  }
  .steps li::before {
    content: counter(step) ".";
    color: var(--accent);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .note {
    padding-inline-start: var(--space);
    border-inline-start: 3px solid var(--line);
    color: var(--muted);
  }
`;
