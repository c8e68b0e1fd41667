import type { signIn as italian } from "../it/sign-in.ts";

export const signIn: typeof italian = {
  title: "Sign in to TuoDossier",
  signedIn: "Signed in.",
  idle: "Your session ended because you hadn't used it for 30 minutes. Sign in again to continue.",
  open: "Sign in",
  redirect: "You will sign in on the portal's own page and then come back here.",
  window: "You will sign in in a window of the portal. It closes by itself when you have finished.",
  silent:
    "The sign-in page can't open inside this site. Open it in full: you will come back here afterwards.",
  fullPage: "Open the sign-in page",
};
