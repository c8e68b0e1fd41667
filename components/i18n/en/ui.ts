import type { ui as italian } from "../it/ui.ts";

export const ui: typeof italian = {
  retry: "Try again",
  stale: "The page has changed: reload it.",
  reload: "Reload the page",
  close: "Close",
  cancel: "Cancel",
  loading: "Loading…",
  actions: "Actions",
  view: "View",
  download: "Download",
  print: "Print",
  rowsPerPage: "Rows per page",
  previousPage: "Previous page",
  nextPage: "Next page",
  range: (from, to, total) => `${from}-${to} of ${total}`,
  sortBy: "Sort by",
  none: "--",
};
