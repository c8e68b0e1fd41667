import { css } from "lit";

export const seriesStyles = css`
  .series {
    grid-area: series;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 0.5rem;
    background: var(--bar);
    scrollbar-width: thin;
    scrollbar-color: var(--hair) transparent;
  }
  .series ul {
    display: grid;
    gap: 0.5rem;
  }
  .thumbnail {
    display: grid;
    gap: 0.375rem;
    inline-size: 100%;
    padding: 0.375rem;
    border: 2px solid transparent;
    border-radius: 0.5rem;
    background: none;
    text-align: start;
    line-height: 1.3;
  }
  .thumbnail:hover {
    background: var(--raised);
  }
  .thumbnail[aria-current] {
    border-color: var(--lit);
    background: var(--raised);
  }
  .picture {
    display: grid;
    place-items: center;
    aspect-ratio: 1;
    inline-size: 100%;
    overflow: hidden;
    border-radius: 0.25rem;
    background: #000;
    color: var(--dim);
  }
  .picture canvas {
    inline-size: 100%;
    block-size: 100%;
  }
  .picture .icon {
    inline-size: 2rem;
    block-size: 2rem;
  }
  .caption {
    display: grid;
    font-size: 0.75rem;
    min-inline-size: 0;
  }
  .name {
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .what {
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--dim);
  }
  @container root (inline-size < 40rem) {
    .series {
      padding: 0.25rem 0.375rem;
    }
    .series ul {
      grid-auto-flow: column;
      grid-auto-columns: min(11rem, 85%);
      gap: 0.25rem;
    }
    .series li {
      display: grid;
    }
    .thumbnail {
      grid-template-columns: 3.25rem minmax(0, 1fr);
      align-items: center;
      padding: 0.25rem;
    }
    .what {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
    .many {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      clip-path: inset(50%);
    }
    .series:has(li:only-child) {
      display: none;
    }
  }
`;
