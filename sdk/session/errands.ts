import type { ErrandAct, ErrandTicket } from "../contract/auth.ts";
import { answerTo } from "./answer.ts";
import { randomText } from "./bytes.ts";
import type { Page } from "./page.ts";
import { address, type Leave, type RedirectOptions, wayBack } from "./redirect.ts";
import type { ApiRequest, CallOptions } from "./transport.ts";

/** An errand under way: show `url` in a frame or a window, ask `accept` of what it posts. */
export interface ErrandWindow {
  /** The portal's own page; what it has to know is in the fragment, which no server sees. */
  readonly url: string;
  /** How the errand ended; null where the message is not the answer to this errand. */
  accept(message: unknown): "done" | "cancelled" | null;
}

/** The page's message when the errand is at its end. */
export interface ErrandMessage {
  readonly type: "tuo-errand-done" | "tuo-errand-cancelled";
  readonly state: string;
}

/** What who is signed in does on the portal's own page; the session stays. */
export interface Errands {
  /** Starts an errand for the page at `origin`. */
  beginErrand(act: ErrandAct, options: { origin: string } & CallOptions): Promise<ErrandWindow>;
  /**
   * Leaves this page for the errand's, which comes back to `returnTo`; there `returned` tells how it ended.
   * @throws {TuoError} `sign-in.no-storage` where the browser keeps nothing from page to page.
   * @throws {TypeError} when `returnTo` lies on another site.
   */
  errandWithRedirect(act: ErrandAct, options?: RedirectOptions): Promise<void>;
}

const ends = { "tuo-errand-done": "done", "tuo-errand-cancelled": "cancelled" } as const;

export function createErrands(facts: {
  address: string;
  page: Page | null;
  leave: Leave;
  send: (request: ApiRequest) => Promise<Response>;
}): Errands {
  const ask = async (act: ErrandAct, told: Readonly<Record<string, string>>, signal?: AbortSignal) => {
    const request = { method: "POST", path: "/v1/auth/errands", body: { act }, signal };
    const { errand } = await (await facts.send(request)).json() as ErrandTicket;
    const state = randomText();
    return { state, url: address(facts.address, { errand, act, state, ...told }) };
  };
  return {
    async beginErrand(act, { origin, signal }) {
      const { state, url } = await ask(act, { origin }, signal);
      return {
        url,
        accept: (message) => ends[answerTo<ErrandMessage>(state, message).type!] ?? null,
      };
    },
    async errandWithRedirect(act, { returnTo, signal } = {}) {
      const { origin, href } = wayBack(facts.page, returnTo);
      const { state, url } = await ask(act, { origin, mode: "redirect", return: href }, signal);
      await facts.leave({ from: act, state }, url, signal);
    },
  };
}
