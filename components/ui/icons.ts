import { html, svg, type TemplateResult } from "lit";

/** Drawn on a grid of 24 with a line of 1.75; always beside words, so hidden from who does not see them. */
/* @__NO_SIDE_EFFECTS__ */
export const icon = (...paths: string[]): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${
    paths.map((d) => svg`<path d=${d} />`)
  }</svg>`;

const EYE = "M2.5 12C4.6 7.9 8 5.8 12 5.8s7.4 2.1 9.5 6.2c-2.1 4.1-5.5 6.2-9.5 6.2S4.6 16.1 2.5 12Z";
const SHEET = "M6 3.5h8l4.5 4.5v12.5H6Z";
const CIRCLE = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z";

export const alert = icon("M12 4 2.8 20h18.4Z", "M12 10v4.5", "M12 17.4v.1");
export const arrowDown = icon("M12 5v14", "m6.5 13.5 5.5 5.5 5.5-5.5");
export const arrowUp = icon("M12 19V5", "M6.5 10.5 12 5l5.5 5.5");
export const arrowUpDown = icon("m8 9.5 4-4 4 4", "m8 14.5 4 4 4-4");
export const back = icon("M19.5 12h-15", "M11 5.5 4.5 12l6.5 6.5");
export const chevronLeft = icon("M14.5 6 8.5 12l6 6");
export const chevronRight = icon("m9.5 6 6 6-6 6");
export const chevronDown = icon("m6 9.5 6 6 6-6");
export const close = icon("m6 6 12 12", "M18 6 6 18");
export const document = icon(SHEET, "M14 3.5V8h4.5", "M9 12h6.5", "M9 16h6.5");
export const download = icon("M12 3.5v11.5", "m7 10.5 5 5 5-5", "M4 20h16");
export const eye = icon(EYE, "M12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6Z");
export const eyeOff = icon(EYE, "M12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6Z", "m4.5 20.5 15-17");
export const images = icon("M7 3.5h13.5V15H7Z", "m7 12.5 4-4 3.5 3.5 2-2 4 3.5", "M3.5 7.5v12.5H17");
export const info = icon(CIRCLE, "M12 11v5.5", "M12 7.6v.1");
export const minus = icon("M5 12h14");
export const plus = icon("M12 5v14", "M5 12h14");
export const print = icon("M7 8.5v-5h10v5", "M7 17H3.5V8.5h17V17H17", "M7 14h10v6.5H7Z");
export const tick = icon("m4.5 12.5 5 5 10-11");
export const user = icon("M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z", "M4 20.5c1-4.5 4-6.5 8-6.5s7 2 8 6.5");
