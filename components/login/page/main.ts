/**
 * The portal's page for signing in and for errands: framed by a clinic's page, in a window of its own, or in
 * its place. What is typed here stays on the portal's origin. What is asked for, and by whom, is in the fragment.
 * @module
 */
import { html } from "lit";
import { login } from "../../i18n/it/login.ts";
import { readAddress } from "./address.ts";
import { answerTo, followAsker, windowOf } from "./asker.ts";
import { browserLanguage } from "./browser-language.ts";
import { telephone } from "./clinic.ts";
import { errorOf, signInFrom } from "./flows/from-address.ts";
import { openMemory } from "./memory.ts";
import { openPage, portalCredentials } from "./open.ts";
import { messageScreen } from "./screens/message.ts";

const memory = openMemory();
const { fragment } = memory;

const page = openPage();
const fields = new URLSearchParams(fragment.slice(1));
page.speak(fields.get("lang") ?? browserLanguage());
const asked = readAddress(fragment, page.clinic.origins);

if (!asked || (asked.asker.mode !== "redirect" && !windowOf(asked.asker))) {
  page.beFull(null);
  const words = page.words("login", login);
  page.show(messageScreen(page, {
    title: words.title,
    text: html`<p>${words.notFramed}</p>${telephone(page.clinic)}`,
    on: { label: words.toSite, href: page.clinic.signInUrl },
  }));
  // The identity provider's answer to a sign-in that nobody knows any more.
  const error = fields.get("error");
  if (error) page.fail(errorOf(error));
} else {
  const { asker } = asked;
  const answer = answerTo(asker, memory);
  const credentials = portalCredentials();
  if (asker.mode === "frame") page.beFramed();
  else page.beFull(asker.returnTo);
  if (asked.act === "sign-in") signInFrom(page, { asked, answer, credentials, memory });
  else {
    const { errand } = asked;
    if (asker.mode === "frame") {
      // The dialog around the frame closes at Escape, and its focus goes on in here.
      addEventListener("focus", () => setTimeout(() => page.receive()));
      addEventListener("keydown", ({ key }) => key === "Escape" && page.escape(answer.cancel));
    }
    void page.attempt(async () => {
      const flow = await import("./flows/errand.ts");
      const { errandDone: done, cancel } = answer;
      await flow.errand(page, { credentials, memory, errand, done, cancel });
    });
  }
  followAsker(asker, { answer, page });
}
