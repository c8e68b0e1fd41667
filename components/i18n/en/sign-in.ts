import type { signIn as italian } from "../it/sign-in.ts";

export const signIn: typeof italian = {
  title: "Sign in to TuoDossier",
  signedIn: "Signed in.",
  open: "Sign in",
  redirect: "To sign in, the portal's page opens. Then you are brought back here.",
  window: "To sign in, a window of the portal opens. When you have finished it closes by itself.",
  silent:
    "The sign-in page does not open inside this site. Open it as a full page: then you are brought back here.",
  fullPage: "Open the sign-in page",
};
