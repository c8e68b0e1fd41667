/**
 * The portal's sign-in page, framed by a clinic's page: what is typed here stays on the portal's origin.
 * What to hand over, and to whom, is in the fragment; the server checks it against the clinic's sites.
 * @module
 */
import { createCredentials, createTransport, createTuoDossier, memoryKeyStore } from "@tuodossier/sdk";
import { html, render } from "lit";
import { login } from "../../i18n/it/login.ts";
import type { FrameMessage, ThemeMessage } from "../messages.ts";
import { applyTheme } from "../theme.ts";
import { document as documentStyles } from "./page.css.ts";
import { TuoSignIn } from "./sign-in.ts";

const key = location.pathname.split("/")[2];
const asked = new URLSearchParams(location.hash.slice(1));
const handOver = {
  origin: asked.get("origin") ?? "",
  codeChallenge: asked.get("challenge") ?? "",
  keyThumbprint: asked.get("thumbprint") ?? "",
};
/** Opaque here: it tells the page that the answer is to its own question. */
const state = asked.get("state") ?? "";
// Nobody after us needs to read it, in the history neither.
history.replaceState(null, "", location.pathname);
document.adoptedStyleSheets = [documentStyles.styleSheet!];

/** Only the page named in the fragment gets an answer; the browser compares. */
const tell = (message: FrameMessage) => parent.postMessage(message, handOver.origin);

if (parent === window || !URL.canParse(handOver.origin)) {
  render(html`<p>${login.notFramed}</p>`, document.body);
} else {
  const options = { endpoint: location.origin, key, fetch: fetch.bind(globalThis), now: Date.now };
  const tuo = createTuoDossier({ ...options, keyStore: memoryKeyStore() });
  customElements.define("tuo-sign-in", TuoSignIn);
  const page = document.createElement("tuo-sign-in") as TuoSignIn;
  page.ports = {
    credentials: createCredentials(createTransport(options)),
    handOver,
    clinic: () => tuo.help.clinic(),
    done: (code) => tell({ type: "tuo-hand-over", code, state }),
  };
  addEventListener("message", (event: MessageEvent<ThemeMessage>) => {
    if (event.source !== parent || event.origin !== handOver.origin || event.data?.type !== "tuo-theme") {
      return;
    }
    applyTheme(document.documentElement, event.data.theme);
    document.documentElement.lang = String(event.data.lang).slice(0, 20);
  });
  const main = document.createElement("main");
  main.append(page);
  document.body.append(main);
  new ResizeObserver(() => tell({ type: "tuo-frame-size", height: page.getBoundingClientRect().height }))
    .observe(page);
  tell({ type: "tuo-frame-ready" });
}
