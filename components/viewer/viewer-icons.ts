import { html, svg, type TemplateResult } from "lit";

/** Drawn as those of `ui/icons.ts`, on a grid of 24. */
/* @__NO_SIDE_EFFECTS__ */
const icon = (...paths: string[]): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${
    paths.map((d) => svg`<path d=${d} />`)
  }</svg>`;

const DOT = (x: number) => `M${x} 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2Z`;
const CIRCLE = "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Z";

export const scroll = icon("M5 8.5h14v11H5Z", "M7.5 6h9", "M9.5 3.5h5");
export const contrast = icon(CIRCLE, "M12 4v16", "M15 6v12", "M18 8v8");
export const move = icon(
  "M12 3.5v17",
  "M3.5 12h17",
  "m9.5 6 2.5-2.5 2.5 2.5",
  "m9.5 18 2.5 2.5 2.5-2.5",
  "m6 9.5-2.5 2.5 2.5 2.5",
  "m18 9.5 2.5 2.5-2.5 2.5",
);
export const magnifier = icon("M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z", "m15.5 15.5 5 5");
export const light = icon(
  "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z",
  "M12 2.5v2",
  "M12 19.5v2",
  "M2.5 12h2",
  "M19.5 12h2",
  "m5.3 5.3 1.4 1.4",
  "m17.3 17.3 1.4 1.4",
  "m5.3 18.7 1.4-1.4",
  "m17.3 6.7 1.4-1.4",
);
export const frame = icon(
  "M4 8.5V4h4.5",
  "M15.5 4H20v4.5",
  "M20 15.5V20h-4.5",
  "M8.5 20H4v-4.5",
  "M9 9h6v6H9Z",
);
export const more = icon(DOT(5), DOT(12), DOT(19));
export const play = icon("M7.5 4.5v15l12-7.5Z");
export const pause = icon("M8 5v14", "M16 5v14");
export const right = icon("M4.5 12h15", "m13 5.5 6.5 6.5-6.5 6.5");
export const reset = icon("M4.5 5v5h5", "M5 10a7.5 7.5 0 1 1-.6 4.5");
export const keyboard = icon(
  "M2.5 6.5h19v11h-19Z",
  "M6 10h.1",
  "M10 10h.1",
  "M14 10h.1",
  "M18 10h.1",
  "M7.5 14h9",
);
export const rotate = icon("M19.5 5v5h-5", "M19 10a7.5 7.5 0 1 0 .6 4.5");
export const mirror = icon("M12 3.5v17", "m9 7-5.5 10H9Z", "m15 7 5.5 10H15Z");
export const capsize = icon("M3.5 12h17", "m7 9 10-5.5V9Z", "m7 15 10 5.5V15Z");
export const invert = icon(CIRCLE, "M12 4v16", "M12 7.5 18 7.5", "M12 12h8", "M12 16.5h6");
export const words = icon("M5 7V5h14v2", "M12 5v14", "M9.5 19h5");
