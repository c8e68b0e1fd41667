import type { profile as italian } from "../it/profile.ts";

export const profile: typeof italian = {
  title: "Profile",
  lead: "What the clinic knows you by.",
  givenName: "First name",
  familyName: "Surname",
  codiceFiscale: "Codice fiscale",
  email: "E-mail address",
  phone: "Mobile number",
  phoneEnding: (digits) => `hidden number, ending in ${digits}`,
  noEmail: "no address",
  change: "Change",
  changeEmail: "Change e-mail address",
  add: "Add",
  addEmail: "Add an e-mail address",
  changePhone: "Change mobile number",
  emailWhy: "With an e-mail address you can choose a new password by yourself, if you forget it.",
  done: {
    password: "Password changed. On your other devices you will have to sign in again.",
    phone: "Mobile number updated.",
    email: "E-mail address updated.",
    authenticator: "Authenticator app updated.",
  },
  lost: "Have you lost your telephone, or have no e-mail address?",
  lostHow: "Go to the clinic's desk, with an identity document.",
  call: (clinic) => `Telephone of ${clinic}:`,
};
