import { css } from "lit";

/** A page at 400 %, a phone on its side with its keyboard: the image first, the series below the fold. */
export const lowStyles = css`
  @media (max-height: 20rem) {
    .root:has(> .shell) {
      min-block-size: 0;
    }
    .bar {
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: 0 0.5rem;
      min-block-size: 0;
      padding-block: 0;
    }
    .flat {
      grid-row: 1 / span 2;
    }
    .heading p {
      display: none;
    }
    .bar .caution {
      grid-area: 2 / 2;
      text-align: start;
      font-size: 0.75rem;
      line-height: 1.2;
    }
    .tools {
      position: sticky;
      padding-block: 0;
    }
    .tool {
      min-block-size: 2.5rem;
      align-content: center;
    }
    .tool span {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .slices input,
    .step {
      block-size: 2rem;
    }
  }
  @media (max-height: 20rem) and (max-width: 40rem) {
    dialog.shell[open] {
      grid-template-areas: "bar" "stage" "slices" "tools" "series";
    }
  }
`;
