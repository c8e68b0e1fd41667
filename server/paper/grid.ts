/** The page's grid and colours: one column, one accent, all of it legible on a black-and-white printer. */
import { A4, type Color } from "./sheet.ts";

export const left = 54;
export const right = A4.width - left;
export const measure = right - left;
export const accent: Color = "0.043 0.353 0.525";
export const faded: Color = "0.34 0.38 0.42";
export const ground: Color = "0.945 0.961 0.973";
