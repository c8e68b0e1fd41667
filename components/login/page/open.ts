import { createCredentials, createTransport, type Credentials } from "@tuodossier/sdk";
import { TuoPage } from "./page.ts";

/** The page on the screen; nothing is shown yet. */
export function openPage(): TuoPage {
  customElements.define("tuo-page", TuoPage);
  const page = document.createElement("tuo-page") as TuoPage;
  document.body.append(page);
  return page;
}

/** The API of the clinic in the address. A cookie keeps a sign-in at an identity provider to this browser. */
export const portalCredentials = (): Credentials =>
  createCredentials(createTransport({
    endpoint: location.origin,
    key: location.pathname.split("/")[2],
    fetch: (input, init) => fetch(input, { ...init, credentials: "same-origin" }),
    now: Date.now,
  }));
