import type { Catalogue } from "../catalogue.ts";
import { accesses } from "./accesses.ts";
import { adhesion } from "./adhesion.ts";
import { archive } from "./archive.ts";
import { consents } from "./consents.ts";
import { documents } from "./documents.ts";
import { errors } from "./errors.ts";
import { help } from "./help.ts";
import { login } from "./login.ts";
import { obscuring } from "./obscuring.ts";
import { portal } from "./portal.ts";
import { profile } from "./profile.ts";
import { report } from "./report.ts";
import { studies } from "./studies.ts";
import { ui } from "./ui.ts";
import { viewer } from "./viewer.ts";

/** All words in English. */
export const en: Catalogue = {
  accesses,
  adhesion,
  archive,
  consents,
  documents,
  errors,
  help,
  login,
  obscuring,
  portal,
  profile,
  report,
  studies,
  ui,
  viewer,
};
