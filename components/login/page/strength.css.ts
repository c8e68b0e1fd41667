import { css } from "lit";

export const strengthStyles = css`
  .strength {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
    min-block-size: 1.5em;
    font-size: 0.9375em;
  }
  .bars {
    display: flex;
    flex: 1 1 6em;
    gap: 0.25rem;
  }
  .bars i {
    flex: 1;
    block-size: 0.5rem;
    border-radius: 0.25rem;
    background: var(--line);
    transition: background-color 150ms;
  }
  .bars .on-1 {
    background: var(--danger);
  }
  .bars .on-2 {
    background: var(--warning);
  }
  .bars .on-3,
  .bars .on-4 {
    background: var(--success);
  }
  .suggest {
    display: grid;
    gap: 0.5em;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
  }
  .suggest p:empty {
    display: none;
  }
  .phrase {
    inline-size: 100%;
    padding: 0.5em 0.75em;
    border-radius: var(--radius);
    background: var(--tint);
    font-size: 1.125em;
    font-weight: 600;
    user-select: all;
  }
  @media (forced-colors: active) {
    .bars i {
      border: 1px solid CanvasText;
    }
    .bars i[class] {
      forced-color-adjust: none;
    }
    .bars [class^="on-"] {
      background: Highlight;
    }
  }
`;
