import type { report as italian } from "../it/report.ts";

export const report: typeof italian = {
  loading: "Opening the document…",
  pages: (count) => count === 1 ? "1 page" : `${count} pages`,
  page: (number, of) => `Page ${number} of ${of}`,
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: { label: "Fit", name: "Fit to width" },
  easy: { label: "Read in large", name: "Read in large" },
  unreadable: "We cannot show this document here. You can download it and open it with another application.",
};
