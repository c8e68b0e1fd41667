import type { Challenge, Credentials, Errand, TuoError } from "@tuodossier/sdk";
import { errands } from "../../../i18n/it/errands.ts";
import { login } from "../../../i18n/it/login.ts";
import { asTuoError } from "../../../load.ts";
import { aboutMasked } from "../masked.ts";
import type { Memory } from "../memory.ts";
import type { Page } from "../screen.ts";
import { codeScreen } from "../screens/code.ts";
import { contactScreen } from "../screens/contact.ts";
import { messageScreen } from "../screens/message.ts";
import { newPasswordScreen } from "../screens/new-password.ts";

export interface ErrandPorts {
  readonly credentials: Credentials;
  readonly memory: Memory;
  /** The secret of the clinic's page. */
  readonly errand: string;
  readonly done: () => void;
  readonly cancel: () => void;
}

/** What a signed-in patient does out of the clinic page's reach: a code, where one is due, then the act. */
export async function errand(page: Page, ports: ErrandPorts): Promise<void> {
  const { credentials, memory } = ports;
  const { running } = memory;
  /** The clinic page's, until a right code brings one that its script does not have. */
  let token = running && "errand" in running ? running.errand : ports.errand;
  const words = () => page.words("errands", errands);
  const back = () => ({ label: words().cancel, act: ports.cancel });

  const over = (error: TuoError, triedOut = false) => {
    if (error.code !== "auth.errand-over" && error.code !== "auth.challenge-over") return false;
    page.show(messageScreen(page, {
      title: triedOut ? words().triedOutTitle : words().overTitle,
      text: triedOut ? words().triedOut : words().over,
      on: { label: words().close, act: ports.cancel },
    }));
    return true;
  };
  /** The clinic's page closes the frame, or shows itself again. */
  const finish = (text: string) => {
    page.show(messageScreen(page, { title: words().doneTitle, text, done: true }));
    ports.done();
  };
  const confirm = (facts: Errand) => {
    // Nothing has to be sent: the app has the code.
    if (facts.factor === "authenticator") return enterCode(facts, ownChallenge(facts, token));
    const { maskedPhone, maskedEmail, factor } = facts;
    page.show(messageScreen(page, {
      title: words().confirmTitle,
      text: aboutMasked(
        words().confirm[factor],
        factor === "email" ? maskedEmail : maskedPhone,
        page.words("login", login),
      ),
      on: {
        label: words().sendCode,
        act: () => void page.attempt(async () => enterCode(facts, await send("code")(token)), over),
      },
      back: back(),
    }));
  };
  const send = (step: "code" | "contact") => async (secret: string) => {
    const challenge = await credentials.resend(secret);
    memory.run({ step, challenge, errand: token });
    return challenge;
  };
  const enterCode = (facts: Errand, challenge: Challenge) =>
    page.show(codeScreen(page, {
      challenge,
      async verify(secret, code) {
        const answer = await credentials.enterCode(secret, code);
        if (answer.next === "errand") {
          token = answer.errand;
          memory.run({ step: "errand", errand: token });
        } else memory.rest();
        await act(facts);
      },
      resend: send("code"),
      over,
      back: back(),
    }));
  const act = async (facts: Errand) => {
    switch (facts.act) {
      case "step-up":
        return finish(words().stepUpDone);
      case "password":
        return page.show(newPasswordScreen(page, {
          of: "change",
          async save(password, current) {
            await credentials.changePassword(token, current, password);
            finish(words().passwordDone);
          },
          over,
          back: back(),
        }));
      case "phone":
      case "email":
        return changeContact(facts.act, facts);
      case "authenticator": {
        const { authenticator } = await import("./authenticator.ts");
        return await authenticator(page, {
          ...ports,
          errand: token,
          inUse: facts.authenticator,
          over,
          finish,
        });
      }
    }
  };
  const changeContact = (of: "phone" | "email", facts: Errand) =>
    page.show(contactScreen(page, {
      of,
      onFile: of === "phone" ? facts.maskedPhone : facts.maskedEmail,
      async change(contact) {
        const challenge = await credentials.changeContact(token, contact);
        memory.run({ step: "contact", challenge, errand: token });
        proveContact(of, facts, challenge);
      },
      over,
      cancel: ports.cancel,
    }));
  const proveContact = (of: "phone" | "email", facts: Errand, challenge: Challenge) =>
    page.show(codeScreen(page, {
      challenge,
      async verify(secret, code) {
        await credentials.enterCode(secret, code);
        finish(words()[of].done);
      },
      resend: send("contact"),
      over,
      back: {
        label: words()[of].other,
        act() {
          memory.run({ step: "errand", errand: token });
          changeContact(of, facts);
        },
      },
      cancel: back(),
    }));

  try {
    const facts = await credentials.errand(token);
    if (facts.needsCode) {
      if (running?.step === "code") enterCode(facts, running.challenge);
      else confirm(facts);
    } else if (running?.step === "contact" && (facts.act === "phone" || facts.act === "email")) {
      proveContact(facts.act, facts, running.challenge);
    } else await act(facts);
  } catch (failure) {
    if (!over(asTuoError(failure))) throw failure;
  }
}

const ownChallenge = ({ expiresAt, factor }: Errand, challenge: string): Challenge => ({
  challenge,
  factor,
  sentTo: null,
  resendAfter: 0,
  expiresAt,
  explainSms: false,
});
