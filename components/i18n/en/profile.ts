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
  change: "Do you want to change your contacts?",
  changeHow: "For your safety this is done in person only, at the clinic's desk, with an identity document.",
  forgotten: "If you forget your password, the desk gives you a new one by SMS.",
  call: (clinic) => `Telephone of ${clinic}:`,
};
