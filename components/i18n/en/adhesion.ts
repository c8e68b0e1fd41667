import type { adhesion as italian } from "../it/adhesion.ts";

export const adhesion: typeof italian = {
  title: "Your documents cannot be seen online",
  why:
    "We have no record of your consent to the electronic health dossier (DSE): without it the clinic may not " +
    "show your documents here.",
  todo:
    "You can give your consent at the clinic's desk whenever you like. Until then reports are collected in person.",
  call: "Telephone:",
};
