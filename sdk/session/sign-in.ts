import { askForHandOver, type HandOverKeys } from "./hand-over.ts";
import { type Page, pageNeeded } from "./page.ts";
import { answerOf, openWindow } from "./popup.ts";
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

/** Three ways to the same page: in a frame, in a window of its own, and instead of this page. */
export interface SignIns {
  /** Starts a sign-in for the page at `origin`; a new key is made. */
  beginSignIn(options: { origin: string } & CallOptions): Promise<SignIn>;
  /**
   * Signs in through a window of its own. To be called while the browser handles a click: else it blocks the window.
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
}): SignIns {
  const ask = async (
    told: Readonly<Record<string, string | undefined>>,
    signal?: AbortSignal,
  ) => {
    const devices = (await facts.devices()).join();
    const { keys, state, fragment } = await askForHandOver();
    signal?.throwIfAborted();
    return { keys, state, url: address(facts.address, { ...told, ...fragment, devices }) };
  };

  const beginSignIn = async (
    { signal, ...told }: { origin: string; mode?: string } & CallOptions,
  ): Promise<SignIn> => {
    const { keys, state, url } = await ask(told, signal);
    let used = false;
    return {
      url,
      async accept(message, options) {
        const { type, code, state: answered } = (message ?? {}) as Partial<HandOverMessage>;
        if (used || type !== "tuo-hand-over" || answered !== state || typeof code !== "string") return false;
        used = true;
        await facts.begin(keys, code, options?.signal);
        return true;
      },
    };
  };

  return {
    beginSignIn,
    async signInWithPopup({ signal } = {}) {
      signal?.throwIfAborted();
      const page = pageNeeded(facts.page);
      // Before anything is waited for: a browser opens windows only at a click.
      const popup = openWindow(page);
      try {
        const { origin } = new URL(page.location.href);
        const { url, accept } = await beginSignIn({ origin, mode: "popup", signal });
        if (!popup.closed) popup.location.replace(url);
        const accepted = (message: unknown) => accept(message, { signal });
        await answerOf(page, popup, { endpoint: facts.endpoint, accept: accepted, signal });
      } finally {
        popup.close();
      }
    },
    async signInWithRedirect({ returnTo, provider, signal } = {}) {
      const { origin, href } = wayBack(facts.page, returnTo);
      const told = { origin, mode: "redirect", return: href, provider };
      const { keys, state, url } = await ask(told, signal);
      await facts.leave({ from: "sign-in", state, keys }, url, signal);
    },
  };
}
