import type { Credentials } from "@tuodossier/sdk";
import { login } from "../../../i18n/it/login.ts";
import { reset } from "../../../i18n/it/reset.ts";
import { html } from "lit";
import { telephone } from "../clinic.ts";
import type { Page } from "../screen.ts";
import { forgottenScreen } from "../screens/forgotten.ts";
import { messageScreen } from "../screens/message.ts";

/** Asks for a link to a new password. The answer is the same whoever it is. */
export function forgotten(
  page: Page,
  { credentials, user, back }: { credentials: Credentials; user: string; back: (user: string) => void },
): void {
  const request = async (typed: string) => {
    await credentials.requestReset(typed);
    const words = page.words("reset", reset);
    page.show(messageScreen(page, {
      title: words.sentTitle,
      text: html`
        <p>${words.sent}</p>
        <p>${words.sentLook}</p>
        <h2>${words.noEmailTitle}</h2>
        <p>${words.noEmail}</p>
        ${telephone(page.clinic)}
      `,
      on: { label: page.words("login", login).backToLogin, act: () => back(typed) },
    }));
  };
  page.show(forgottenScreen(page, { user, request, back }));
}
