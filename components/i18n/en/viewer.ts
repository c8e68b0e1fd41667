import type { viewer as italian } from "../it/viewer.ts";

export const viewer: typeof italian = {
  title: "Images",
};
