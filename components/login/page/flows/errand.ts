import type { Challenge, Credentials, Errand, TuoError } from "@tuodossier/sdk";
import { errands } from "../../../i18n/it/errands.ts";
import { asTuoError } from "../../../load.ts";
import type { Page } from "../screen.ts";
import { codeScreen } from "../screens/code.ts";
import { contactScreen } from "../screens/contact.ts";
import { messageScreen } from "../screens/message.ts";
import { newPasswordScreen } from "../screens/new-password.ts";

export interface ErrandPorts {
  readonly credentials: Credentials;
  /** The secret of the clinic's page. */
  readonly errand: string;
  readonly done: () => void;
  readonly cancel: () => void;
}

/** What a signed-in patient does out of the clinic page's reach: a code, where one is due, then the act. */
export async function errand(page: Page, ports: ErrandPorts): Promise<void> {
  const { credentials, errand: token } = ports;
  const words = () => page.words("errands", errands);
  const back = () => ({ label: words().cancel, act: ports.cancel });

  const over = (error: TuoError) => {
    if (error.code !== "auth.errand-over" && error.code !== "auth.challenge-over") return false;
    page.show(messageScreen(page, {
      title: words().overTitle,
      text: words().over,
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
      text: words().confirm[factor](factor === "email" ? maskedEmail ?? "" : maskedPhone),
      on: {
        label: words().sendCode,
        act: () => void page.attempt(async () => enterCode(facts, await credentials.resend(token)), over),
      },
      back: back(),
    }));
  };
  const enterCode = (facts: Errand, challenge: Challenge) =>
    page.show(codeScreen(page, {
      challenge,
      async verify(secret, code) {
        await credentials.enterCode(secret, code);
        await act(facts);
      },
      resend: (secret) => credentials.resend(secret),
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
        return await authenticator(page, { ...ports, inUse: facts.authenticator, over, finish });
      }
    }
  };
  const changeContact = (of: "phone" | "email", facts: Errand) =>
    page.show(contactScreen(page, {
      of,
      onFile: of === "phone" ? facts.maskedPhone : facts.maskedEmail,
      async change(contact) {
        const challenge = await credentials.changeContact(token, contact);
        page.show(codeScreen(page, {
          challenge,
          async verify(secret, code) {
            await credentials.enterCode(secret, code);
            finish(words()[of].done);
          },
          resend: (secret) => credentials.resend(secret),
          over,
          back: { label: words()[of].other, act: () => changeContact(of, facts) },
        }));
      },
      over,
      cancel: ports.cancel,
    }));

  try {
    const facts = await credentials.errand(token);
    if (facts.needsCode) confirm(facts);
    else await act(facts);
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
