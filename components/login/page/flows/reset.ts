import type { Challenge, Credentials, TuoError } from "@tuodossier/sdk";
import { login } from "../../../i18n/it/login.ts";
import { reset as italian } from "../../../i18n/it/reset.ts";
import type { Page } from "../screen.ts";
import { codeScreen } from "../screens/code.ts";
import { messageScreen } from "../screens/message.ts";
import { newPasswordScreen } from "../screens/new-password.ts";
import { forgotten } from "./forgotten.ts";

export interface ResetPorts {
  readonly credentials: Credentials;
  /** The link's; null where the address had none. */
  readonly token: string | null;
  /** Where the clinic's patients sign in. */
  readonly signInUrl: string;
}

/** The page behind the link of the letter: a new password, a code, done. */
export function reset(page: Page, { credentials, token, signInUrl }: ResetPorts): void {
  const words = () => page.words("reset", italian);
  const toClinic = () => ({ label: words().toClinic, href: signInUrl });

  const dead = () =>
    page.show(messageScreen(page, {
      title: words().deadTitle,
      text: words().dead,
      on: { label: words().askAgain, act: ask },
    }));
  const ask = () => forgotten(page, { credentials, user: "", back: () => location.assign(signInUrl) });
  const over = (error: TuoError) => {
    if (error.code !== "auth.reset-over" && error.code !== "auth.challenge-over") return false;
    dead();
    return true;
  };
  const enterCode = (challenge: Challenge) =>
    page.show(codeScreen(page, {
      challenge,
      async verify(token, code) {
        await credentials.enterCode(token, code);
        done();
      },
      resend: (token) => credentials.resend(token),
      over,
      back: { label: page.words("login", login).backToLogin, act: () => location.assign(signInUrl) },
    }));
  const done = () =>
    page.show(
      messageScreen(page, { title: words().doneTitle, text: words().done, done: true, on: toClinic() }),
    );

  if (token === null) return dead();
  page.show(newPasswordScreen(page, {
    of: "reset",
    save: async (password) => enterCode(await credentials.reset(token, password)),
    over,
    back: null,
  }));
}
