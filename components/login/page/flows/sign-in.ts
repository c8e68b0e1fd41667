import type { Challenge, Credentials, HandOverRequest, TuoError } from "@tuodossier/sdk";
import { login } from "../../../i18n/it/login.ts";
import type { Memory } from "../memory.ts";
import type { Page } from "../screen.ts";
import { codeScreen } from "../screens/code.ts";
import { passwordScreen } from "../screens/password.ts";
import { messageScreen } from "../screens/message.ts";

/** What signing in asks of the world around the page. */
export interface SignInPorts {
  readonly credentials: Credentials;
  readonly memory: Memory;
  readonly handOver: HandOverRequest;
  /** What this browser was given at earlier sign-ins. */
  readonly devices: readonly string[];
  /** An identity of the clinic's provider that waits for its person. */
  readonly identity: string | null;
  /** The clinic's identity provider: its name, and the way there. */
  readonly provider: { readonly label: string; readonly go: () => Promise<void> } | null;
  readonly signedIn: (code: string) => void;
}

/** Password, then a code, then at the first access a new password. */
export interface SignInFlow {
  /** From the first screen, which waits so many seconds. */
  start(wait?: number): void;
  /** From the code, where somebody else has judged what comes before. */
  enterCode(challenge: Challenge): void;
  /** From the first new password. */
  choosePassword(challenge: string): Promise<void>;
}

export function signIn(page: Page, ports: SignInPorts): SignInFlow {
  const { credentials, memory, handOver, devices, signedIn } = ports;
  const words = () => page.words("login", login);
  /** Good for one try: after another start the person comes from nowhere. */
  let { identity } = ports;
  let user = "";

  const start = (wait = 0) => {
    const linking = identity !== null;
    page.show(passwordScreen(page, { user, linking, wait, begin, forgotten, provider: ports.provider }));
  };
  const startAnew = () => {
    identity = null;
    memory.rest();
    start();
  };
  const begin = async (typed: string, password: string) => {
    user = typed;
    const linked = identity ? { identity } : {};
    enterCode(
      await credentials.begin({ codiceFiscale: typed, password, handOver, devices: [...devices], ...linked }),
    );
  };
  const enterCode = (challenge: Challenge) => {
    memory.run({ step: "code", challenge });
    page.show(codeScreen(page, {
      challenge,
      verify,
      async resend(token) {
        const again = await credentials.resend(token);
        memory.run({ step: "code", challenge: again });
        return again;
      },
      over(error, triedOut) {
        if (!triedOut) return over(error);
        startAnew();
        const sent = challenge.factor !== "authenticator";
        page.say(() => sent ? words().triedOut : words().triedOutApp);
        return true;
      },
      back: { label: words().backToLogin, act: startAnew },
    }));
  };
  const verify = async (challenge: string, code: string) => {
    const answer = await credentials.enterCode(challenge, code);
    if (answer.next === "hand-over") finish(answer.code);
    else if (answer.next === "new-password") await choosePassword(challenge);
    else startAnew();
  };
  const choosePassword = async (challenge: string) => {
    memory.run({ step: "new-password", challenge });
    const { newPasswordScreen } = await import("../screens/new-password.ts");
    page.show(newPasswordScreen(page, {
      of: "first",
      user: user || undefined,
      save: async (password) => finish((await credentials.choosePassword(challenge, password)).code),
      over,
      back: { label: words().backToLogin, act: startAnew },
    }));
  };
  /** What is over begins again, and says so there. */
  const over = (error: TuoError) => {
    if (error.code === "auth.challenge-over") startAnew();
    return false;
  };
  const forgotten = async (typed: string) => {
    user = typed;
    const flow = await import("./forgotten.ts");
    flow.forgotten(page, {
      credentials,
      user,
      back(last) {
        user = last;
        start();
      },
    });
  };
  const finish = (code: string) => {
    page.show(messageScreen(page, { title: words().done, text: words().doneLead, done: true }));
    signedIn(code);
  };
  return { start, enterCode, choosePassword };
}
