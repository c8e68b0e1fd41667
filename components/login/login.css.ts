import { css } from "lit";

export const styles = css`
  .way {
    display: grid;
    gap: var(--space);
    justify-items: start;
    max-inline-size: 26rem;
    margin-inline: auto;
  }
  .way .button {
    inline-size: 100%;
  }
`;
