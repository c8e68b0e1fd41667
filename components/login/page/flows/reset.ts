import type { Challenge, Credentials, TuoError } from "@tuodossier/sdk";
import { login } from "../../../i18n/it/login.ts";
import { reset as italian } from "../../../i18n/it/reset.ts";
import { asTuoError } from "../../../load.ts";
import type { Memory } from "../memory.ts";
import type { Page } from "../screen.ts";
import { codeScreen } from "../screens/code.ts";
import { messageScreen } from "../screens/message.ts";
import { newPasswordScreen } from "../screens/new-password.ts";
import { forgotten } from "./forgotten.ts";

export interface ResetPorts {
  readonly credentials: Credentials;
  readonly memory: Memory;
  /** The link's, as the address has it. */
  readonly token: string;
  /** Where the clinic's patients sign in. */
  readonly signInUrl: string;
}

/** The page behind the link of the letter: a new password, a code, done. */
export async function reset(page: Page, ports: ResetPorts): Promise<void> {
  const { credentials, memory, token, signInUrl } = ports;
  const words = () => page.words("reset", italian);
  const toClinic = () => ({ label: words().toClinic, href: signInUrl });

  const dead = (title = words().deadTitle, text = words().dead) => {
    memory.end();
    page.show(messageScreen(page, {
      title,
      text,
      on: { label: words().askAgain, act: ask },
      back: toClinic(),
    }));
  };
  const ask = () => forgotten(page, { credentials, user: "", back: () => location.assign(signInUrl) });
  const over = (error: TuoError, triedOut = false) => {
    if (error.code !== "auth.reset-over" && error.code !== "auth.challenge-over") return false;
    if (triedOut) dead(words().triedOutTitle, words().triedOut);
    else dead();
    return true;
  };
  const enterCode = (challenge: Challenge) => {
    memory.run({ step: "code", challenge });
    page.show(codeScreen(page, {
      challenge,
      async verify(token, code) {
        await credentials.enterCode(token, code);
        done();
      },
      async resend(token) {
        const again = await credentials.resend(token);
        memory.run({ step: "code", challenge: again });
        return again;
      },
      over,
      back: { label: page.words("login", login).backToLogin, act: () => location.assign(signInUrl) },
    }));
  };
  const done = () => {
    memory.end();
    page.show(
      messageScreen(page, { title: words().doneTitle, text: words().done, done: true, on: toClinic() }),
    );
  };

  if (memory.running?.step === "code") return enterCode(memory.running.challenge);
  // A mail program may have cut it.
  if (!/^[\w-]{43}$/.test(token)) return dead();
  try {
    await credentials.checkReset(token);
  } catch (failure) {
    // What cannot be asked now is told when the password is sent.
    if (over(asTuoError(failure))) return;
  }
  page.show(newPasswordScreen(page, {
    of: "reset",
    save: async (password) => enterCode(await credentials.reset(token, password)),
    over,
    back: null,
  }));
}
