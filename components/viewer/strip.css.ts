import { css } from "lit";

/** An open panel that covers nothing: a low strip in the series' place, pushed with a finger. */
const strip = css`
  .tools .panel {
    position: static;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.25rem;
    inline-size: auto;
    max-block-size: none;
    padding: 0.25rem 0.25rem 0.375rem;
    border: 0;
    border-radius: 0;
    box-shadow: none;
  }
  .panel h3 {
    display: none;
  }
  .panel .choices {
    grid-column: 1 / -1;
    display: flex;
    overflow-x: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--hair) transparent;
  }
  .panel .choices:first-of-type {
    grid-column: 1;
  }
  .panel .choice {
    flex: none;
  }
  .panel .done {
    grid-area: 1 / 2;
    display: flex;
  }
  .panel.window .choice .icon {
    display: none;
  }
`;

export const stripStyles = css`
  @container root (inline-size < 40rem) {
    ${strip};
  }
  @container root (inline-size < 40rem) {
    .shell:has(.panel) .series {
      display: none;
    }
  }
  @media (max-height: 26rem) {
    ${strip};
  }
  @media (max-height: 26rem) {
    .tools .panel {
      display: flex;
      overflow-x: auto;
      scrollbar-width: thin;
      scrollbar-color: var(--hair) transparent;
    }
    .panel .choices {
      overflow: visible;
    }
    .panel .done {
      position: sticky;
      inset-inline-end: 0;
      background: var(--bar);
    }
  }
`;
