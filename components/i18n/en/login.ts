import type { login as italian } from "../it/login.ts";

export const login: typeof italian = {
  title: "Sign in to TuoDossier",
};
