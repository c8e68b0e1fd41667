/**
 * The page behind the link of the letter: a new password. No other page shows it, and its token goes to the
 * server with the new password and nowhere else.
 * @module
 */
import { reset } from "./flows/reset.ts";
import { openPage, portalCredentials } from "./open.ts";

const token = new URLSearchParams(location.hash.slice(1)).get("token");
// Before any request: nobody after us needs to read it, in the history neither.
history.replaceState(null, "", location.pathname);

const page = openPage();
const { signInUrl } = page.clinic;
page.beFull(signInUrl);
reset(page, { credentials: portalCredentials(), token, signInUrl });
