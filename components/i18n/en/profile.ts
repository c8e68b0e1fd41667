import type { profile as italian } from "../it/profile.ts";

export const profile: typeof italian = {
  title: "Profile",
  lead: "Your details, as the clinic has them on record.",
  givenName: "First name",
  familyName: "Surname",
  codiceFiscale: "Codice fiscale",
  email: "E-mail address",
  phone: "Mobile number",
  phoneEnding: (digits) => `hidden number, ending in ${digits}`,
  noEmail: "no e-mail address",
  change: "Change",
  changeEmail: "Change e-mail address",
  add: "Add",
  addEmail: "Add an e-mail address",
  changePhone: "Change mobile number",
  emailWhy: "With an e-mail address you can reset your password yourself if you forget it.",
  done: {
    password: "Password changed. You will need to sign in again on your other devices.",
    phone: "Mobile number updated.",
    email: "E-mail address updated.",
    authenticator: "Authenticator app updated.",
  },
  lost: "Lost your phone, or have no e-mail address?",
  lostHow: "Visit the clinic's front desk with an identity document.",
  call: (clinic) => `Call ${clinic}:`,
};
