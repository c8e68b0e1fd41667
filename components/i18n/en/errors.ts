import type { errors as italian } from "../it/errors.ts";

const impossible = "This cannot be done. Reload the page and try again.";
const unproven = "We cannot verify this device. Sign out and sign in again.";

export const errors: typeof italian = {
  "sign-in.cancelled": "You closed the window before the end. Try again whenever you like.",
  "sign-in.blocked":
    "Your browser blocked the sign-in window. Allow pop-up windows for this site and try again.",
  "sign-in.no-storage": "Your browser keeps no data of this site. Leave private browsing and try again.",
  "request.invalid": "Something you wrote is not right. Check the fields and try again.",
  "request.not-found": "What you are looking for is not here any more. Go back to the list and try again.",
  "request.method-not-allowed": impossible,
  "request.timeout": "The request took too long. Check your connection and try again.",
  "request.too-large": "What you sent is too large. Shorten it and try again.",
  "request.media-type": impossible,
  "request.range": impossible,
  "request.precondition-required": impossible,
  "request.precondition-failed": "Something has changed in the meantime. See how it is now and try again.",
  "request.rate": "Too many requests in a short time. Wait a minute and try again.",
  "tenant.origin": "This site is not one of the clinic's. Go back to the clinic's site and sign in there.",
  "auth.invalid-credentials": "Username or password is not right. Check them and try again.",
  "auth.wait": "Too many failed attempts. Wait a few minutes and try again.",
  "auth.code-invalid": "The code is not right. Check the last text message and try again.",
  "auth.challenge-over": "This sign-in has expired. Start again with username and password.",
  "auth.resend-limit": "We cannot send more codes. Start again with username and password.",
  "auth.code-closed": "For safety, codes are suspended for a while. Try later or call the clinic's desk.",
  "auth.code-unsent": "We could not send the code. Try again in a few minutes, or call the clinic.",
  "auth.reset-over": "This link has been used or is too old. Ask for another.",
  "auth.errand-over": "The time for this has run out. Start again.",
  "auth.provider":
    "The identity service does not answer as it should. Try again in a few minutes, or use username and password.",
  "auth.provider-refused":
    "Sign-in with the identity service was not completed. Try again, or use username and password.",
  "auth.provider-over": "Sign-in with the identity service has expired. Start again from the clinic's site.",
  "auth.contact-refused": "This number or address cannot be used. Check it, or call the clinic.",
  "auth.password-weak": "This password cannot be used. Choose another one.",
  "auth.handover-invalid": unproven,
  "auth.proof-invalid": unproven,
  "auth.nonce": unproven,
  "auth.step-up": "For this you have to confirm with a code that it is you. Try again.",
  "auth.client-invalid": "The connection with the clinic does not work. Tell the clinic's desk.",
  "documents.no-adhesion": "Without consent to the electronic health dossier no document can be seen online.",
  "documents.damaged": "The stored document is damaged and is not shown. Tell the clinic's desk.",
  "imaging.not-ready": "These images are not ready yet. Try again later.",
  "archive.empty": "There is nothing to export in this choice. Choose at least one available study.",
  "archive.limit": "Two exports are already running. Wait until they end and try again.",
  "archive.ticket-over": "This download has expired. Press “Download” again.",
  "help.limit": "You have already sent several requests. Wait an hour or call the clinic.",
};
