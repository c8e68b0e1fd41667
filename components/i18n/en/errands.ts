import type { errands as italian } from "../it/errands.ts";

export const errands: typeof italian = {
  confirmTitle: "To be safe, confirm that it is you",
  confirm: {
    sms: (to) => `We send you a code by SMS to the number ${to}.`,
    email: (to) => `We send you a code by e-mail to ${to}.`,
    authenticator: () => "We ask for the code of your authenticator app.",
  },
  sendCode: "Send the code",
  sending: "Sending…",
  cancel: "Cancel",
  close: "Close",
  overTitle: "Time is up",
  over:
    "To be safe this ends after a few minutes. Nothing has changed: you can start again from your profile.",
  doneTitle: "Done",
  stepUpDone: "Thank you, you can go on.",
  passwordDone: "The password has changed.",
  phone: {
    title: "Change the mobile number",
    onFile: (masked) => `The number now is ${masked}.`,
    lead:
      "We send an SMS with a code to the new one, to be sure that it reaches you. From then on codes go " +
      "there.",
    label: "New mobile number",
    hint: "For example 333 1234567. For a number from abroad type its prefix too, such as +386.",
    incomplete: "Type the whole number, digits only.",
    refused: "We cannot send SMS to this number. Check it, or call the clinic's desk.",
    other: "Change the number",
    done: "The mobile number has changed.",
  },
  email: {
    title: "Change the e-mail address",
    onFile: (masked) => `The address now is ${masked}.`,
    lead: "We send an e-mail with a code to the new one, to be sure that it reaches you.",
    label: "New e-mail address",
    hint: "It serves to recover the password and for notices.",
    incomplete: "Type the whole address, such as name@mail.com.",
    refused: "This address cannot be used. Check it, or call the clinic's desk.",
    other: "Change the address",
    done: "The e-mail address has changed.",
  },
};
