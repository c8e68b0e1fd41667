import type { studies as italian } from "../it/studies.ts";

export const studies: typeof italian = {
  title: "Imaging studies",
  caption: "Exams of this document",
  state: "State",
  code: "Code",
  when: "Date and time",
  description: "Description",
  states: { available: "Available", preparing: "In preparation", unavailable: "Not available" },
  open: "Open",
  empty: "There are no images here.",
  preparing: "Images in preparation will be available soon: try again later.",
};
