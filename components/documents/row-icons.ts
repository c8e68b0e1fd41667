import { icon } from "../ui/icons.ts";

/** Drawn as those of `ui/icons.ts`. */
export const filter = icon("M4 6h16", "M7 12h10", "M10 18h4");
export const image = icon("M3.5 5h17v14h-17Z", "m3.5 16 5-5 4.5 4.5 2.5-2.5 5 4.5", "M15.5 9v.1");
export const restore = icon("M4.5 8.5A8 8 0 1 1 4 12", "M4 4v4.5h4.5", "M12 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z");
