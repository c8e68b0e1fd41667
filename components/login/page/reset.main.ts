/**
 * The page behind the link of the letter: a new password. No other page shows it, and its token goes to the
 * server that made it and nowhere else.
 * @module
 */
import { browserLanguage } from "./browser-language.ts";
import { reset } from "./flows/reset.ts";
import { openMemory } from "./memory.ts";
import { openPage, portalCredentials } from "./open.ts";

// Before any request: nobody after us needs to read it.
const memory = openMemory();
const token = new URLSearchParams(memory.fragment.slice(1)).get("token") ?? "";

const page = openPage();
const { signInUrl } = page.clinic;
page.speak(browserLanguage());
page.beFull(signInUrl);
void reset(page, { credentials: portalCredentials(), memory, token, signInUrl });
