import type { authenticator as italian } from "../it/authenticator.ts";

export const authenticator: typeof italian = {
  title: "Set up an authenticator app",
  lead:
    "Instead of a text message, you'll use a code from an app on your phone. It works without a signal and " +
    "it's safer.",
  install:
    "If you don't have one yet, install an authenticator app on your phone (Aegis, Google Authenticator, " +
    "FreeOTP…).",
  scan: "In the app, choose to add an account and scan this code.",
  qr: "QR code with the key for the app",
  open: "Open in an app on this phone",
  type: "Can't scan it? Enter this key in the app:",
  enter: "Enter the 6-digit code shown in the app.",
  code: "Code from the app",
  codeMissing: "Enter the 6 digits shown in the app.",
  codeInvalid:
    "That code isn't right. Check that your phone sets its time automatically, then enter the next code.",
  activate: "Turn on",
  activating: "Checking…",
  codesTitle: "Save your recovery codes",
  codesLead:
    "The app is on. If you lose your phone, you can sign in with one of these codes. Save them now: you won't see " +
    "them again.",
  codesFile: (clinic) => `TuoDossier recovery codes – ${clinic}`,
  codesName: "recovery-codes.txt",
  codesOnce: "Each code works only once. Keep them away from your phone.",
  copy: "Copy",
  copied: "Codes copied: paste them somewhere safe.",
  uncopied: "Your browser won't let us copy them. Save them as a file or print them.",
  save: "Save as a file",
  print: "Print",
  codesSaved: "I've saved the codes",
  codesUnsaved: "You haven't saved the codes yet: save them before you close this.",
  removeTitle: "Remove the authenticator app",
  removeLead: "You currently sign in with a code from your app.",
  removeLoss:
    "If you remove it, we'll go back to texting you codes, which is less safe, and your recovery codes will stop " +
    "working.",
  remove: "Remove the app",
  removed: "You no longer need the app to sign in. We'll text you codes again.",
};
