import { createCredentials, createTransport, type Credentials } from "@tuodossier/sdk";
import { TuoPage } from "./page.ts";

/** The page on the screen; nothing is shown yet. */
export function openPage(): TuoPage {
  customElements.define("tuo-page", TuoPage);
  const page = document.createElement("tuo-page") as TuoPage;
  document.body.append(page);
  return page;
}

/** The API of the clinic in the address. */
export const portalCredentials = (): Credentials =>
  createCredentials(createTransport({
    endpoint: location.origin,
    key: location.pathname.split("/")[2],
    fetch: (input, init) => fetch(input, init),
    now: Date.now,
  }));
