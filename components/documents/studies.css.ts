import { css } from "lit";

export const studiesStyles = css`
  .studies {
    display: grid;
    gap: var(--space);
  }
  .studies header {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: var(--space);
  }
  .studies .table td {
    vertical-align: middle;
  }
  .available {
    color: var(--success);
  }
  .preparing,
  .unavailable {
    color: var(--muted);
  }
`;
