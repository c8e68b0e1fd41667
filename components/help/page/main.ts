/**
 * The guide as a page of the portal's own, for everybody: where the code on a printed access page leads.
 * @module
 */
import { createTuoDossier, memoryKeyStore } from "@tuodossier/sdk";
import { document as documentStyles } from "./page.css.ts";
import { TuoGuidePage } from "./guide-page.ts";

const key = location.pathname.split("/")[2];
const tuo = createTuoDossier({
  endpoint: location.origin,
  key,
  keyStore: memoryKeyStore(),
  fetch: fetch.bind(globalThis),
  now: Date.now,
});
document.adoptedStyleSheets = [documentStyles.styleSheet!];
customElements.define("tuo-guide-page", TuoGuidePage);
const page = document.createElement("tuo-guide-page") as TuoGuidePage;
page.ports = {
  name: document.querySelector<HTMLMetaElement>("meta[name=application-name]")?.content ?? "",
  site: document.querySelector<HTMLLinkElement>("link[rel=start]")?.href ?? null,
  clinic: () => tuo.help.clinic(),
};
document.body.append(page);
