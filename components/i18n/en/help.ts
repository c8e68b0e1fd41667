import type { help as italian } from "../it/help.ts";

export const help: typeof italian = {
  title: "Help",
};
