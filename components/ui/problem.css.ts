import { css } from "lit";

/** What happened and what to do: `.notice` with words of its own, `.notice.wrong` for an error. */
export const notices = css`
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--space) * 0.75);
    padding: calc(var(--space) * 0.75) var(--space);
    border-inline-start: 4px solid var(--accent);
    border-radius: var(--radius);
    background: var(--tint);
  }
  .notice.wrong {
    border-color: var(--danger);
  }
  .notice.caution {
    border-color: var(--warning);
  }
  .notice > .icon {
    color: var(--accent);
  }
  .notice.wrong > .icon {
    color: var(--danger);
  }
  .notice.caution > .icon {
    color: var(--warning);
  }
  .notice > :not(.icon, .button) {
    flex: 1 1 min(14rem, 100% - 2.5rem);
    min-inline-size: 0;
  }
`;
