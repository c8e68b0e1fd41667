import { css } from "lit";
import { ground } from "../ui/base.css.ts";
import { buttons } from "../ui/button.css.ts";
import { fields } from "../ui/field.css.ts";
import { notices } from "../ui/problem.css.ts";
import { skeletons } from "../ui/skeleton.css.ts";

const room = css`
  .portal {
    display: grid;
    gap: calc(var(--space) * 1.5);
    grid-template-columns: minmax(0, 1fr);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--space) * 0.25);
    padding-block-end: calc(var(--space) * 0.75);
    border-block-end: var(--border) solid var(--line);
  }
  .clinic {
    display: flex;
    align-items: center;
    gap: 0.625em;
    margin-inline-end: auto;
    font-weight: 600;
    min-block-size: var(--control);
  }
  ::slotted([slot="logo"]) {
    max-block-size: 2.5rem;
  }
  .bar .button {
    padding-inline: 0.75em;
    color: inherit;
  }
  .bar .name {
    min-inline-size: 0;
    text-align: start;
  }
  .bar .button:hover {
    color: var(--accent);
  }
  .language {
    display: inline-flex;
    align-items: center;
    gap: 0.375em;
    padding-inline-start: 0.75em;
  }
  .language .input {
    inline-size: auto;
    min-block-size: 2.5rem;
    border-color: transparent;
    background: transparent;
    color: inherit;
    padding-inline: 0.25em;
  }
  .language option {
    background: var(--surface);
    color: var(--on-surface);
  }
  .menu {
    display: grid;
    gap: calc(var(--space) * 1.25);
    padding-block: var(--space);
  }
  .menu ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
    gap: var(--space);
  }
  .tile {
    position: relative;
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: var(--space);
    min-block-size: 6.5rem;
    padding: calc(var(--space) * 1.25);
    border: var(--border) solid var(--line);
    border-radius: calc(var(--radius) * 1.5);
    transition: border-color 120ms, background-color 120ms;
  }
  .tile button {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-size: 1.125em;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }
  .tile button::after {
    content: "";
    position: absolute;
    inset: 0;
    border-radius: calc(var(--radius) * 1.5);
  }
  .tile button:focus-visible {
    outline: none;
  }
  .tile button:focus-visible::after {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .tile p {
    font-size: 0.9375em;
  }
  .tile:hover {
    border-color: var(--accent);
    background: color-mix(in srgb, var(--accent) 7%, transparent);
  }
  .tile .icon {
    inline-size: 2.5rem;
    block-size: 2.5rem;
    stroke-width: 1.25;
    color: var(--accent);
  }
  .screen {
    display: grid;
    gap: var(--space);
    grid-template-columns: minmax(0, 1fr);
    justify-items: stretch;
  }
  .screen > .button {
    justify-self: start;
    padding-inline: 0.5em;
    margin-inline-start: -0.5em;
  }
  @container root (inline-size < 50rem) {
    .clinic {
      flex-basis: 100%;
    }
    .bar {
      justify-content: space-between;
    }
    .bar .button {
      max-inline-size: 100%;
    }
    .bar .button,
    .language {
      padding-inline: 0.375em;
    }
    .tile {
      min-block-size: 5rem;
      padding: var(--space);
    }
  }
  @media (forced-colors: active) {
    .tile {
      border-color: ButtonText;
    }
  }
`;

export const portalStyles = [ground, buttons, fields, notices, skeletons, room];
