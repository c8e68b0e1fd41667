import { css } from "lit";

export const styles = css`
  iframe {
    display: block;
    inline-size: 100%;
    max-inline-size: 26rem;
    block-size: 27rem;
    margin-inline: auto;
    border: 0;
    /* A frame of another colour scheme than its page would be painted opaque. */
    color-scheme: inherit;
    background: transparent;
  }
  .waiting {
    position: absolute;
    inset: 0 0 auto;
    max-inline-size: 26rem;
    margin-inline: auto;
    pointer-events: none;
  }
  .place {
    position: relative;
  }
`;
