import type { reset as italian } from "../it/reset.ts";

export const reset: typeof italian = {
  title: "Reset your password",
  lead: "Enter your codice fiscale and we'll email you a link to choose a new password.",
  user: "Codice fiscale",
  request: "Send the link",
  requesting: "Sending…",
  sentTitle: "Check your email",
  sent:
    "If this codice fiscale is registered and the clinic has your email address, you'll get a message with a link " +
    "shortly. The link works once, within 30 minutes.",
  sentLook: "Can't find it? Check your spam folder too.",
  noEmailTitle: "If nothing arrives",
  noEmail: "The clinic may not have your email address. Call reception or stop by: they'll text you a new " +
    "password, which you'll change the first time you sign in.",
  deadTitle: "This link no longer works",
  dead:
    "It has already been used, or it's more than 30 minutes old. If you've already chosen a new password, " +
    "sign in with that one.",
  triedOutTitle: "Too many wrong codes",
  triedOut: "You've entered too many wrong codes. Your password hasn't changed: ask for another link.",
  askAgain: "Ask for another link",
  doneTitle: "Your password has been changed",
  done: "To keep you safe, we've signed you out everywhere. You can now sign in with your new password.",
  toClinic: "Go to sign-in",
};
