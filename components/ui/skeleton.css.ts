import { css } from "lit";

export const skeletons = css`
  .skeleton {
    display: grid;
    gap: var(--space);
  }
  .skeleton > .bone {
    block-size: 3.5rem;
    border-radius: var(--radius);
    background: var(--tint);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    from {
      opacity: 1;
    }
    to {
      opacity: 0.5;
    }
  }
  @media (forced-colors: active) {
    .skeleton > .bone {
      border: 1px solid GrayText;
    }
  }
`;
