import { css } from "lit";

export const styles = css`
  .time {
    font-size: 1.5em;
    font-weight: 600;
    line-height: 1.25;
  }
`;
