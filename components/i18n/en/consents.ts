import type { consents as italian } from "../it/consents.ts";

export const consents: typeof italian = {
  title: "Consents",
};
