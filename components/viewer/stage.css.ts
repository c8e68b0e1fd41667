import { css } from "lit";

export const stageStyles = css`
  .stage {
    grid-area: stage;
    container: stage / size;
    position: relative;
    overflow: hidden;
    background: #000;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
  }
  .shell .stage:focus-visible {
    outline: none;
  }
  .stage:focus-visible::after {
    content: "";
    position: absolute;
    inset: 0;
    border: 2px solid var(--lit);
    pointer-events: none;
  }
  .place {
    position: absolute;
    inset: 0;
    overflow: hidden;
  }
  .place canvas {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }
  .waiting canvas {
    opacity: 0.35;
  }
  .overlay {
    position: absolute;
    inset: 0;
    pointer-events: none;
    font-size: min(0.8125rem, 16px);
    line-height: 1.4;
    color: #dfe3e8;
    text-shadow: 0 0 2px #000, 0 0 3px #000, 0 0 5px #000;
    font-variant-numeric: tabular-nums;
  }
  .corner {
    position: absolute;
    max-inline-size: 40%;
  }
  .top-left {
    inset: 0.625rem auto auto 0.75rem;
  }
  .top-right {
    inset: 0.625rem 0.75rem auto auto;
    text-align: end;
  }
  .bottom-left {
    inset: auto auto 0.625rem 0.75rem;
  }
  .bottom-right {
    inset: auto 0.75rem 0.75rem auto;
    display: grid;
    justify-items: end;
    text-align: end;
  }
  .scale {
    block-size: 0.4375rem;
    border: solid #dfe3e8;
    border-width: 0 1.5px 1.5px;
    filter: drop-shadow(0 0 1px #000);
  }
  .edge {
    position: absolute;
    font-weight: 600;
    font-size: min(0.9375rem, 18px);
    color: #f2d58a;
  }
  .edge.left {
    inset: 50% auto auto 0.75rem;
    translate: 0 -50%;
  }
  .edge.right {
    inset: 50% 0.75rem auto auto;
    translate: 0 -50%;
  }
  .edge.top {
    inset: 0.5rem auto auto 50%;
    translate: -50%;
  }
  .edge.bottom {
    inset: auto auto 0.5rem 50%;
    translate: -50%;
  }
  .message {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 0.75rem;
    padding: 1.5rem;
    text-align: center;
  }
  .message > * {
    max-inline-size: 30rem;
  }
  .message .notice {
    background: var(--raised);
    text-align: start;
  }
  .message.over {
    inset: auto 0.75rem 2.5rem;
    padding: 0;
  }
  .spinner {
    inline-size: 2rem;
    block-size: 2rem;
    border: 3px solid var(--hair);
    border-block-start-color: var(--lit);
    border-radius: 50%;
    animation: turn 1s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  .hint {
    position: absolute;
    inset: auto 0.75rem 4rem;
    inline-size: fit-content;
    margin-inline: auto;
    padding: 0.375rem 0.875rem;
    border-radius: 1.25rem;
    background: rgb(0 0 0 / 0.9);
    color: var(--ink);
    font-size: min(0.9375rem, 20px);
    text-align: center;
    pointer-events: none;
  }
  .progress {
    position: absolute;
    inset: auto 0 0;
    pointer-events: none;
  }
  .progress p {
    inline-size: fit-content;
    margin: 0 auto 2rem;
    padding: 0.125rem 0.625rem;
    border-radius: 1rem;
    background: rgb(0 0 0 / 0.65);
    font-size: 0.75rem;
    color: var(--ink);
    font-variant-numeric: tabular-nums;
  }
  progress {
    display: block;
    appearance: none;
    inline-size: 100%;
    block-size: 3px;
    border: 0;
    background: transparent;
  }
  progress::-webkit-progress-bar {
    background: transparent;
  }
  progress::-webkit-progress-value {
    background: var(--lit);
  }
  progress::-moz-progress-bar {
    background: var(--lit);
  }
  @container root (inline-size < 40rem) {
    .overlay {
      font-size: min(0.75rem, 14px);
    }
    .top-left p:first-child {
      display: none;
    }
    .progress p {
      display: none;
    }
  }
  @container stage (block-size < 11rem) {
    .top-left,
    .top-right {
      display: none;
    }
    .hint {
      inset-block-end: 0.5rem;
    }
  }
  @container stage (block-size < 8rem) {
    .bottom-left {
      display: none;
    }
  }
`;
