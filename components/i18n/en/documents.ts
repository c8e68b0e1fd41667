import type { documents as italian } from "../it/documents.ts";

export const documents: typeof italian = {
  title: "Documents",
};
