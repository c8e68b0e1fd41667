import { accesses } from "./accesses.ts";
import { archive } from "./archive.ts";
import { consents } from "./consents.ts";
import { documents } from "./documents.ts";
import { errors } from "./errors.ts";
import { help } from "./help.ts";
import { login } from "./login.ts";
import { portal } from "./portal.ts";
import { profile } from "./profile.ts";
import { ui } from "./ui.ts";
import { viewer } from "./viewer.ts";

/** All words in Italian: complete, and the measure of the other languages. */
export const it = {
  accesses,
  archive,
  consents,
  documents,
  errors,
  help,
  login,
  portal,
  profile,
  ui,
  viewer,
};
