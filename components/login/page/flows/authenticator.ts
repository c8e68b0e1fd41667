import type { TuoError } from "@tuodossier/sdk";
import { html } from "lit";
import { authenticator as italian } from "../../../i18n/it/authenticator.ts";
import { errands } from "../../../i18n/it/errands.ts";
import type { Page } from "../screen.ts";
import { authenticatorOfferScreen } from "../screens/authenticator-offer.ts";
import { messageScreen } from "../screens/message.ts";
import { recoveryCodesScreen } from "../screens/recovery-codes.ts";
import type { ErrandPorts } from "./errand.ts";

/** Sets up an authenticator app; or takes away the one in use, once it was said what is lost. */
export async function authenticator(
  page: Page,
  ports: ErrandPorts & {
    inUse: boolean;
    over: (error: TuoError) => boolean;
    finish: (text: string) => void;
  },
): Promise<void> {
  const { credentials, errand, over, finish } = ports;
  const words = () => page.words("authenticator", italian);

  const remove = async () => {
    await credentials.removeAuthenticator(errand);
    finish(words().removed);
  };
  const confirm = async (code: string) => {
    const { codes } = await credentials.confirmAuthenticator(errand, code);
    page.show(recoveryCodesScreen(page, { codes, clinic: page.clinic.name, saved: ports.done }));
  };
  if (ports.inUse) {
    return page.show(messageScreen(page, {
      title: words().removeTitle,
      text: html`
        <p>${words().removeLead}</p>
        <p>${words().removeLoss}</p>
      `,
      on: { label: words().remove, act: () => void page.attempt(remove, over) },
      back: { label: page.words("errands", errands).cancel, act: ports.cancel },
    }));
  }
  const offer = await credentials.offerAuthenticator(errand);
  page.show(authenticatorOfferScreen(page, { offer, confirm, over, cancel: ports.cancel }));
}
