import type { Catalogue } from "../catalogue.ts";
import { accesses } from "./accesses.ts";
import { adhesion } from "./adhesion.ts";
import { archive } from "./archive.ts";
import { authenticator } from "./authenticator.ts";
import { consents } from "./consents.ts";
import { documents } from "./documents.ts";
import { errands } from "./errands.ts";
import { errors } from "./errors.ts";
import { firstErrors } from "./first-errors.ts";
import { guide } from "./guide.ts";
import { help } from "./help.ts";
import { login } from "./login.ts";
import { newPassword } from "./new-password.ts";
import { obscuring } from "./obscuring.ts";
import { portal } from "./portal.ts";
import { profile } from "./profile.ts";
import { report } from "./report.ts";
import { reset } from "./reset.ts";
import { security } from "./security.ts";
import { session } from "./session.ts";
import { signIn } from "./sign-in.ts";
import { studies } from "./studies.ts";
import { ui } from "./ui.ts";
import { viewer } from "./viewer.ts";

/** All words in English. */
export const en: Catalogue = {
  accesses,
  adhesion,
  archive,
  authenticator,
  consents,
  documents,
  errands,
  errors,
  firstErrors,
  guide,
  help,
  login,
  newPassword,
  obscuring,
  portal,
  profile,
  report,
  reset,
  security,
  session,
  signIn,
  studies,
  ui,
  viewer,
};
