import type { errands as italian } from "../it/errands.ts";

export const errands: typeof italian = {
  confirmTitle: "Please confirm it's you",
  confirm: {
    sms: (to) => `We'll text a code to the number ${to}.`,
    email: (to) => `We'll email a code to ${to}.`,
    authenticator: () => "We'll ask for the code from your authenticator app.",
  },
  sendCode: "Send the code",
  sending: "Sending…",
  cancel: "Cancel",
  close: "Close",
  overTitle: "Time's up",
  over:
    "To keep you safe, this closes after a few minutes. Nothing has changed: you can start again from your " +
    "profile.",
  triedOutTitle: "Too many wrong codes",
  triedOut:
    "You've entered too many wrong codes. Nothing has changed: you can start again from your profile.",
  doneTitle: "Done",
  stepUpDone: "Thank you, you can carry on.",
  passwordDone: "Your password has been changed.",
  phone: {
    title: "Change your mobile number",
    onFile: (masked) => `Your current number is ${masked}.`,
    lead: "We'll text a code to the new number to make sure it reaches you. Future codes will go there.",
    label: "New mobile number",
    hint: (prefixes) =>
      prefixes.length === 0
        ? "For example 333 1234567."
        : `For example 333 1234567. For a number from abroad, include the country code (${
          prefixes.join(", ")
        }).`,
    incomplete: "Enter the full number, digits only.",
    landline: "This is a landline: enter a mobile number.",
    refused: "We can't send text messages to this number. Check it, or call the clinic.",
    other: "Change the number",
    done: "Your mobile number has been changed.",
  },
  email: {
    title: "Change your email address",
    onFile: (masked) => `Your current address is ${masked}.`,
    lead: "We'll email a code to the new address to make sure it reaches you.",
    label: "New email address",
    hint: "We use it for password resets and notifications.",
    incomplete: "Enter the full address, for example name@mail.com.",
    refused: "This address can't be used. Check it, or call the clinic.",
    other: "Change the address",
    done: "Your email address has been changed.",
  },
};
