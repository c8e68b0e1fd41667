import type { portal as italian } from "../it/portal.ts";

export const portal: typeof italian = {
  title: "Menu",
  menu: "Menu",
  greeting: (name) => `Hello, ${name}`,
  choose: "What would you like to do?",
  bar: "Your portal",
  profileOf: "Your profile",
  help: "Help",
  language: "Language",
  signOut: "Sign out",
  signedOut: "You have signed out of the portal.",
  sections: {
    documents: { title: "Documents", text: "Reports and images of your exams" },
    consents: { title: "Consents", text: "The documents you have signed" },
    profile: { title: "Profile", text: "Your details, password and devices" },
    accesses: { title: "Accesses", text: "Who has seen your dossier" },
    help: { title: "Guide and help", text: "Instructions, frequent questions, contacts" },
  },
  loading: "Loading…",
};
