/**
 * Registers every element. Importing it twice, or next to another copy, changes nothing.
 * @module
 */
import "./archive/archive.define.ts";
import "./consents/consents.define.ts";
import "./documents/documents.define.ts";
import "./help/help.define.ts";
import "./login/login.define.ts";
import "./portal/portal.define.ts";
import "./profile/profile.define.ts";
import "./viewer/viewer.define.ts";

export { defaultClient, setDefaultClient } from "./context.ts";
export { TuoErrorEvent } from "./events.ts";
export type * from "./archive/archive.events.ts";
export type * from "./documents/documents.events.ts";
export type * from "./login/login.events.ts";
export type * from "./viewer/viewer.events.ts";
