import { css } from "lit";

/** A framed page of the portal, and the skeleton in its place until it has come. */
export const frames = css`
  .place {
    position: relative;
    max-inline-size: 26rem;
    margin-inline: auto;
  }
  iframe {
    display: block;
    inline-size: 100%;
    block-size: 27rem;
    border: 0;
    /* A frame of another colour scheme than its page would be painted opaque. */
    color-scheme: inherit;
    background: transparent;
  }
  /* Its page has no look yet. */
  iframe:not(.shown) {
    opacity: 0;
  }
  .waiting {
    position: absolute;
    inset: 0 0 auto;
    pointer-events: none;
  }
`;
