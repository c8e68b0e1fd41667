import { css } from "lit";

/**
 * The look, as a clinic may set it: `--tuo-*` on any ancestor. Font and text colour are the page's own; lines,
 * muted words and tints are mixed from the text's colour, so they fit a light page and a dark one.
 *
 * Elements read the names behind the tokens (`--accent`, …), never the tokens themselves.
 */
export const tokens = css`
  :host {
    --muted: var(--tuo-muted, color-mix(in srgb, currentColor 72%, transparent));
    --line: var(--tuo-line, color-mix(in srgb, currentColor 16%, transparent));
    --edge: var(--tuo-edge, color-mix(in srgb, currentColor 52%, transparent));
    --tint: var(--tuo-tint, color-mix(in srgb, currentColor 5%, transparent));
    --accent: var(--tuo-accent, #0b5a86);
    --on-accent: var(--tuo-on-accent, #fff);
    --danger: var(--tuo-danger, #a8231c);
    --warning: var(--tuo-warning, #7a4a00);
    --success: var(--tuo-success, #1c6b3a);
    --surface: var(--tuo-surface, Canvas);
    --on-surface: var(--tuo-on-surface, CanvasText);
    --heading-weight: var(--tuo-heading-weight, 600);
    --space: var(--tuo-space, 1rem);
    --radius: var(--tuo-radius, 0.5rem);
    --border: var(--tuo-border, 1px);
    --control: var(--tuo-control, 2.75rem);
    --shadow: var(--tuo-shadow, 0 1rem 3rem rgb(0 0 0 / 0.25));
    --focus: var(--tuo-focus, var(--accent));
    --measure: var(--tuo-measure, 38rem);
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --accent: var(--tuo-accent, light-dark(#0b5a86, #8fcdf3));
      --on-accent: var(--tuo-on-accent, light-dark(#fff, #06283d));
      --danger: var(--tuo-danger, light-dark(#a8231c, #ffb4ab));
      --warning: var(--tuo-warning, light-dark(#7a4a00, #f3c27a));
      --success: var(--tuo-success, light-dark(#1c6b3a, #8fd8a8));
    }
  }
`;
