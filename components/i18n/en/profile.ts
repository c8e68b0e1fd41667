import type { profile as italian } from "../it/profile.ts";

export const profile: typeof italian = {
  title: "Profile",
};
