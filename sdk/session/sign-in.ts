import { answerTo } from "./answer.ts";
import { askForHandOver, type HandOverKeys } from "./hand-over.ts";
import type { Page, PopUp } from "./page.ts";
import { answerOf } from "./popup.ts";
import { address, type Leave, type RedirectOptions, wayBack } from "./redirect.ts";
import type { CallOptions } from "./transport.ts";

/** A sign-in under way: show `url` in a frame or a window, hand what it posts to `accept`. */
export interface SignIn {
  /** The portal's own sign-in page; what it has to know is in the fragment, which no server sees. */
  readonly url: string;
  /** Trades the page's message for tokens, once; false where the message is not the answer to this sign-in. */
  accept(message: unknown, options?: CallOptions): Promise<boolean>;
}

/** The page's message when sign-in is done. */
export interface HandOverMessage {
  readonly type: "tuo-hand-over";
  readonly code: string;
  readonly state: string;
}

/** The page's message when the person goes to the clinic's identity provider, who is never framed. */
export interface RedirectMessage {
  readonly type: "tuo-redirect";
  readonly state: string;
  readonly provider: "oidc";
}

/** Three ways to the same page: in a frame, in a window of its own, and instead of this page. */
export interface SignIns {
  /** Starts a sign-in for the page at `origin`; a new key is made. */
  beginSignIn(options: { origin: string } & CallOptions): Promise<SignIn>;
  /**
   * Signs in through a window of its own; the clinic's identity provider takes this page's place instead. To be called while the browser handles a click: else it blocks the window.
   * @throws {TuoError} `sign-in.blocked`, or `sign-in.cancelled` when the person closed the window.
   */
  signInWithPopup(options?: CallOptions): Promise<void>;
  /**
   * Leaves this page for the sign-in page, which comes back to `returnTo`; there `ready` ends the sign-in.
   * @throws {TuoError} `sign-in.no-storage` where the browser keeps nothing from page to page.
   * @throws {TypeError} when `returnTo` lies on another site.
   */
  signInWithRedirect(options?: RedirectOptions & { readonly provider?: "oidc" }): Promise<void>;
}

/** Trades a code for a session. */
export type Begin = (keys: HandOverKeys, code: string, signal?: AbortSignal) => Promise<void>;

export function createSignIns(facts: {
  address: string;
  endpoint: string;
  page: Page | null;
  leave: Leave;
  devices: () => Promise<readonly string[]>;
  begin: Begin;
}): Omit<SignIns, "signInWithPopup"> & {
  /** Signs in through `popup`, opened already. */
  signInThrough(popup: PopUp, options: CallOptions): Promise<void>;
} {
  const ask = async (
    told: Readonly<Record<string, string | undefined>>,
    signal?: AbortSignal,
  ) => {
    const devices = (await facts.devices()).join();
    const { keys, state, fragment } = await askForHandOver();
    signal?.throwIfAborted();
    return { keys, state, url: address(facts.address, { ...told, ...fragment, devices }) };
  };

  const begin = async (
    { signal, ...told }: { origin: string; mode?: string } & CallOptions,
  ): Promise<SignIn & { state: string }> => {
    const { keys, state, url } = await ask(told, signal);
    let used = false;
    return {
      url,
      state,
      async accept(message, options) {
        const { type, code } = answerTo<HandOverMessage>(state, message);
        if (used || type !== "tuo-hand-over" || typeof code !== "string") return false;
        used = true;
        await facts.begin(keys, code, options?.signal);
        return true;
      },
    };
  };

  const signInWithRedirect: SignIns["signInWithRedirect"] = async ({ returnTo, provider, signal } = {}) => {
    const { origin, href } = wayBack(facts.page, returnTo);
    const told = { origin, mode: "redirect", return: href, provider };
    const { keys, state, url } = await ask(told, signal);
    await facts.leave({ from: "sign-in", state, keys }, url, signal);
  };

  return {
    beginSignIn: begin,
    signInWithRedirect,
    async signInThrough(popup, { signal }) {
      const { origin } = wayBack(facts.page);
      const { url, state, accept } = await begin({ origin, mode: "popup", signal });
      if (!popup.closed) popup.location.replace(url);
      const judge = async (message: unknown) => {
        const { type, provider } = answerTo<RedirectMessage>(state, message);
        if (type !== "tuo-redirect") return await accept(message, { signal });
        await signInWithRedirect({ provider, signal });
        // This page is on its way: there is nothing to be told here any more.
        return await new Promise<never>(() => {});
      };
      await answerOf(facts.page!, popup, { endpoint: facts.endpoint, accept: judge, signal });
    },
  };
}
