import { icon } from "../ui/icons.ts";

/** Drawn as those of `ui/icons.ts`. */
const CIRCLE = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z";

export const clock = icon(CIRCLE, "M12 7.5V12l3 2");
export const consents = icon(
  "M9.5 6.5h11",
  "M9.5 12h11",
  "M9.5 17.5h11",
  "m3.5 6.5 1.3 1.3L7.3 5",
  "m3.5 12 1.3 1.3 2.5-2.8",
  "m3.5 17.5 1.3 1.3 2.5-2.8",
);
export const globe = icon(CIRCLE, "M3 12h18", "M12 3c5 5.5 5 12.5 0 18-5-5.5-5-12.5 0-18Z");
export const help = icon(CIRCLE, "M9.4 9.6c.1-3.2 5.3-3.100 5.3 0 0 2.100-2.700 2.2-2.700 4.4", "M12 17v.1");
export const signOut = icon("M14 4H4.5v16H14", "M10 12h10.5", "m16.5 7.5 4.5 4.5-4.5 4.5");
