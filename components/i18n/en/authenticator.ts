import type { authenticator as italian } from "../it/authenticator.ts";

export const authenticator: typeof italian = {
  title: "Set up an authenticator app",
  lead:
    "Instead of the SMS you will use a code that the app shows on your telephone, even without a signal. " +
    "It is safer.",
  install:
    "Install an authenticator app on your telephone, if you have none yet (Aegis, Google Authenticator, " +
    "FreeOTP…).",
  scan: "In the app choose to add an account, and point the camera at this code.",
  qr: "QR code with the key for the app",
  open: "Open in this telephone's app",
  type: "Can't you scan it? Type this key into the app:",
  enter: "Type here the 6-digit code that the app shows.",
  code: "The app's code",
  codeMissing: "Type the 6 digits of the code that the app shows.",
  codeInvalid:
    "The code is not right. Check that the telephone's time is set automatically, then type the next code.",
  activate: "Set up",
  activating: "Checking…",
  codesTitle: "Save the recovery codes",
  codesLead:
    "The app is set up. If you lose your telephone, you enter with one of these codes. Save them now: you " +
    "will not see them again.",
  codesFile: (clinic) => `Recovery codes of TuoDossier – ${clinic}`,
  codesName: "recovery-codes.txt",
  codesOnce: "Each code is good only once. Keep them away from the telephone.",
  copy: "Copy",
  copied: "The codes are copied: paste them in a safe place.",
  uncopied: "The browser does not let us copy them from here. Save them as a file or print them.",
  save: "Save as a file",
  print: "Print",
  codesSaved: "I have saved the codes",
  removeTitle: "Remove the authenticator app",
  removeLead: "You now sign in with your app's code.",
  removeLoss:
    "If you remove it, we will send you codes by SMS again, which are less safe, and the recovery codes " +
    "will not be good any more.",
  remove: "Remove the app",
  removed: "The app is no longer needed to sign in. Codes come by SMS again.",
};
