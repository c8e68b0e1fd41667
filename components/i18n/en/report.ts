import type { report as italian } from "../it/report.ts";

export const report: typeof italian = {
  loading: "Opening the document…",
  pages: (count) => count === 1 ? "1 page" : `${count} pages`,
  page: (number, of) => `Page ${number} of ${of}`,
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Fit to width",
  unreadable: "We cannot show this document here. You can download it and open it with another application.",
};
