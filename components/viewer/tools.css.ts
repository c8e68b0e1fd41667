import { css } from "lit";

export const toolStyles = css`
  .slices {
    grid-area: slices;
    display: flex;
    align-items: center;
    gap: 0.25rem;
    padding: 0.125rem 0.5rem;
    background: var(--bar);
  }
  .slices input {
    flex: 1;
    min-inline-size: 0;
    block-size: 2.25rem;
    margin: 0;
    accent-color: var(--lit);
    cursor: pointer;
  }
  .slices .count {
    min-inline-size: 5.5em;
    text-align: end;
    padding-inline-end: 0.5rem;
    font-variant-numeric: tabular-nums;
    color: var(--dim);
  }
  .slices i {
    font-style: normal;
  }
  .step {
    display: grid;
    place-items: center;
    inline-size: 2.75rem;
    block-size: 2.5rem;
    padding: 0;
    border: 0;
    border-radius: 0.5rem;
    background: none;
  }
  .step[aria-disabled="true"] {
    opacity: 0.35;
    cursor: default;
  }
  .rate {
    min-block-size: 2rem;
    border: 1px solid var(--hair);
    border-radius: 0.375rem;
    background: var(--raised);
    color: inherit;
    font: inherit;
  }
  .tools {
    grid-area: tools;
    position: relative;
    inset-block-end: 0;
    z-index: 1;
    min-inline-size: 0;
    padding: 0.125rem 0.5rem 0.5rem;
    padding-block-end: max(0.5rem, env(safe-area-inset-bottom));
    background: var(--bar);
  }
  .tools .buttons {
    flex-wrap: nowrap;
    justify-content: safe center;
    gap: 0.125rem;
    overflow-x: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--hair) transparent;
  }
  .tool {
    display: grid;
    justify-items: center;
    gap: 0.125rem;
    flex: 0 1 4.75rem;
    min-inline-size: max-content;
    min-block-size: 3.25rem;
    padding: 0.375rem 0.25rem;
    border: 0;
    border-radius: 0.5rem;
    background: none;
    font-size: 0.75rem !important;
    line-height: 1.2;
  }
  .shell .tool {
    color: var(--dim);
  }
  .tool .icon {
    inline-size: 1.5rem;
    block-size: 1.5rem;
  }
  .shell .tool:hover {
    color: var(--ink);
  }
  .shell .tool[aria-pressed="true"],
  .shell .tool[aria-expanded="true"] {
    background: var(--raised);
    color: var(--lit);
  }
  .rule {
    inline-size: 1px;
    margin: 0.5rem 0.375rem;
    background: var(--hair);
  }
  .panel {
    position: absolute;
    inset: auto 0.5rem calc(100% + 0.5rem) auto;
    inline-size: min(22rem, 100% - 1rem);
    max-block-size: min(32rem, 60dvb);
    overflow: auto;
    overscroll-behavior: contain;
    padding: 0.75rem;
    border: 1px solid var(--hair);
    border-radius: 0.75rem;
    background: var(--bar);
    box-shadow: 0 0.5rem 2rem rgb(0 0 0 / 0.6);
  }
  .panel h3 {
    margin: 0.75rem 0.25rem 0.375rem;
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--dim);
  }
  .panel h3:first-child {
    margin-block-start: 0;
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(9rem, 100%), 1fr));
    gap: 0.375rem;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 2.75rem;
    padding: 0.25rem 0.625rem;
    border: 1px solid var(--hair);
    border-radius: 0.5rem;
    background: none;
    text-align: start;
    line-height: 1.2;
  }
  .choice span {
    flex: 1;
    min-inline-size: 0;
  }
  .presets .choice {
    flex-direction: column;
    align-items: start;
    justify-content: center;
    gap: 0;
  }
  .presets .choice span {
    flex: none;
  }
  .choice small {
    color: var(--dim);
    font-variant-numeric: tabular-nums;
  }
  .panel .done {
    display: none;
    color: var(--lit);
  }
  .choice[aria-pressed="true"] {
    border-color: var(--lit);
    color: var(--lit);
  }
  @container root (inline-size < 42rem) {
    .buttons:not(.alone) .drag-pan,
    .drag-zoom,
    .tool.reset,
    .rule {
      display: none;
    }
    .tools .buttons {
      gap: 0;
    }
    .tool {
      flex: 1 0 auto;
    }
  }
  @container root (inline-size >= 42rem) {
    .choice.reset {
      display: none;
    }
  }
  @container root (inline-size < 40rem) {
    .tools {
      padding-inline: 0.125rem;
    }
    .slices .count {
      min-inline-size: 4.5em;
    }
  }
  @container root (inline-size < 15rem) {
    .tools {
      position: sticky;
    }
    .slices .count {
      min-inline-size: 0;
      padding: 0;
    }
    .step {
      inline-size: 2rem;
    }
  }
  @media (forced-colors: active) {
    .tool[aria-pressed="true"],
    .tool[aria-expanded="true"],
    .choice[aria-pressed="true"] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
