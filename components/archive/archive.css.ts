import { css } from "lit";

export const styles = css`
  header {
    display: grid;
    gap: calc(var(--space) * 0.25);
  }
  .archive {
    display: grid;
    gap: calc(var(--space) * 2);
  }
  .archive > section {
    display: grid;
    gap: calc(var(--space) * 0.5);
  }
  .tick {
    display: flex;
    align-items: start;
    gap: 0.75em;
    min-block-size: 2.25rem;
    padding-block: 0.375em;
    cursor: pointer;
  }
  .tick input {
    flex: none;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    accent-color: var(--accent);
  }
  .table .tick {
    padding-block: 0;
  }
  .hint {
    display: block;
    padding-block-start: 0.125em;
    font-size: 0.9375em;
  }
  .table .pick {
    inline-size: 4rem;
  }
  .what .title {
    font-weight: 600;
  }
  .what .muted {
    display: block;
    font-size: 0.9375em;
  }
  .table tr:not(.available) .title {
    font-weight: inherit;
  }
  .form {
    display: grid;
    grid-template-columns: minmax(8rem, auto) minmax(0, 22rem);
    justify-content: start;
    gap: var(--space) calc(var(--space) * 2);
  }
  .field .label {
    font-size: 0.9375em;
    font-weight: 600;
  }
  .fixed {
    display: flex;
    align-items: center;
    min-block-size: var(--control);
  }
  .sum {
    font-size: 1.0625em;
    font-weight: 600;
  }
  .foot {
    padding-block-start: 0;
  }
  .sum + .foot {
    margin-block-start: calc(var(--space) * -1.25);
  }
  .working {
    max-inline-size: var(--measure);
  }
  progress {
    appearance: none;
    inline-size: 100%;
    block-size: 0.625rem;
    border: 0;
    border-radius: 1rem;
    background: var(--line);
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: transparent;
  }
  progress::-webkit-progress-value {
    border-radius: 1rem;
    background: var(--accent);
    transition: inline-size 300ms;
  }
  progress::-moz-progress-bar {
    border-radius: 1rem;
    background: var(--accent);
  }
  .working .buttons {
    margin-block-start: calc(var(--space) * 0.5);
  }
  .ready h3,
  .started {
    display: flex;
    align-items: center;
    gap: 0.5em;
  }
  .ready h3 .icon,
  .started .icon {
    color: var(--success);
  }
  .volume {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--space) * 0.5) calc(var(--space) * 2);
    padding-block: var(--space);
    border-block-end: var(--border) solid var(--line);
  }
  .volumes .volume:first-child {
    border-block-start: var(--border) solid var(--line);
  }
  .volume > div {
    flex: 1 1 12rem;
  }
  .volume .started {
    flex-basis: 100%;
    font-size: 0.9375em;
  }
  .file {
    font-weight: 600;
  }
  .steps {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: calc(var(--space) * 1.5) calc(var(--space) * 2);
  }
  .steps h4 {
    margin: 0;
    padding-block: 0.5em 0.25em;
    font-size: 1em;
  }
  .picture {
    display: block;
    inline-size: 6rem;
    fill: none;
    stroke: var(--muted);
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .picture .accent {
    stroke: var(--accent);
    stroke-width: 2.5;
  }
  .picture .pointer {
    fill: var(--surface);
    stroke: var(--accent);
    stroke-width: 2;
  }
  @media (min-width: 40.0625rem) {
    .phone {
      display: none;
    }
  }
  @container root (inline-size < 48rem) {
    .table tr {
      display: grid;
      grid-template-columns: auto 1fr;
      column-gap: calc(var(--space) * 0.75);
    }
    .table td {
      grid-column: 2;
    }
    .table td.pick {
      grid-column: 1;
      grid-row: 1 / span 6;
      inline-size: auto;
    }
    .table .what {
      order: -1;
    }
    .steps {
      grid-template-columns: 1fr;
    }
    .steps li {
      display: grid;
      grid-template-columns: 6rem 1fr;
      grid-template-rows: auto 1fr;
      column-gap: var(--space);
    }
    .steps h4 {
      padding-block-start: 0;
    }
    .steps .picture {
      grid-row: span 2;
    }
  }
  @container root (30rem <= inline-size < 48rem) {
    .table tr {
      grid-template-columns: auto 1fr 1fr;
    }
    .table .what {
      grid-column: 2 / -1;
    }
    .table td:nth-child(n + 5) {
      grid-column: 3;
    }
    .table td:nth-child(5) {
      grid-row: 2;
    }
    .table td:nth-child(6) {
      grid-row: 3;
    }
  }
  @container root (inline-size < 30rem) {
    .steps li {
      grid-template-columns: 4.5rem 1fr;
    }
    .picture {
      inline-size: 4.5rem;
    }
    .form {
      grid-template-columns: 1fr;
    }
    .fixed {
      min-block-size: 0;
    }
    .foot .button,
    .volume .button {
      flex: 1 1 100%;
    }
  }
`;
