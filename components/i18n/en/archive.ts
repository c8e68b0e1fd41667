import type { archive as italian } from "../it/archive.ts";

export const archive: typeof italian = {
  title: "Export DICOM studies and portable viewer",
};
