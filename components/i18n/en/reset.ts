import type { reset as italian } from "../it/reset.ts";

export const reset: typeof italian = {
  title: "Reset PASSWORD",
  lead: "Type your codice fiscale: we send you an e-mail with a link to choose a new password.",
  user: "Codice fiscale",
  request: "Recover PASSWORD",
  requesting: "Sending…",
  sentTitle: "Look at your mail",
  sent:
    "If this codice fiscale is registered and the clinic has your e-mail address, you will soon get a message with " +
    "the link. It is good for 30 minutes and only once.",
  sentLook: "If you don't find it, look in the spam folder too.",
  noEmailTitle: "If nothing comes",
  noEmail: "Perhaps the clinic does not have your e-mail address. Call the desk or go there: you get a new " +
    "password by SMS, to be changed the first time you sign in.",
  deadTitle: "The link is not good any more",
  dead:
    "It was used already, or more than 30 minutes have passed. Your password has not changed: you can ask " +
    "for another link.",
  askAgain: "Ask for another link",
  doneTitle: "The password has changed",
  done: "To be safe we have ended all sessions. Now you can sign in with the new password.",
  toClinic: "Go to sign-in",
};
