import type { TuoDossier } from "@tuodossier/sdk";
import type { TuoElement } from "../element.ts";
import { signIn } from "../i18n/it/sign-in.ts";

const welcomed = new WeakSet<TuoDossier>();

/**
 * Back from the portal's full page, signed in: says so, and leads to the heading of the first element that has
 * one, unless the patient is somewhere on the page already.
 */
export async function welcome(host: TuoElement): Promise<void> {
  const { tuo } = host;
  if (!tuo || welcomed.has(tuo)) return;
  const { returned } = tuo.session;
  if (returned?.from !== "sign-in" || returned.error) return;
  await host.updateComplete;
  const heading = host.renderRoot.querySelector<HTMLElement>("h1, h2");
  if (!heading?.checkVisibility() || welcomed.has(tuo)) return;
  welcomed.add(tuo);
  host.say(host.language.words("signIn", signIn).signedIn);
  if (document.activeElement !== document.body) return;
  heading.tabIndex = -1;
  heading.focus();
}
