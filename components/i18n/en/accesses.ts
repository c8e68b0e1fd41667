import type { accesses as italian } from "../it/accesses.ts";

export const accesses: typeof italian = {
  title: "Accesses",
};
