import { css } from "lit";

export const pagers = css`
  .pager {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: 0.5em calc(var(--space) * 1.5);
    font-size: 0.9375em;
  }
  .pager label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.625em;
  }
  .pager .input {
    inline-size: auto;
    min-block-size: 2.25rem;
    padding-block: 0.125em;
  }
  .pager .buttons {
    gap: 0.25em;
  }
  .pager .button {
    min-inline-size: 2.75rem;
    padding-inline: 0.5em;
  }
`;
