import type { portal as italian } from "../it/portal.ts";

export const portal: typeof italian = {
  title: "TuoDossier",
};
