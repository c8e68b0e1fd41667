import type { SessionItem } from "../contract/auth.ts";
import { randomText } from "../session/bytes.ts";
import type { Expiring } from "../session/expiry.ts";
import type { Returned } from "../session/redirect.ts";
import type { Session, SessionStatus } from "../session/session.ts";
import { failure, type World } from "./world.ts";

/** What a test does to a session from outside. */
export interface SessionControl {
  readonly session: Session;
  signIn(): void;
  /** Its time is over, on this page or as another tab found. */
  expire(): void;
  /** Its end is announced. */
  announceEnd(expiring?: Partial<Expiring>): void;
}

/** A session as a state machine: who asks for a sign-in by window or redirect is taken to have done it. */
export function createTestSession(world: World, facts: {
  endpoint: string;
  key: string;
  now: () => number;
  signedIn: boolean;
}): SessionControl {
  const listeners = new Set<(status: SessionStatus) => void>();
  const address = `${facts.endpoint}/t/${facts.key}/sign-in`;
  let status: SessionStatus = facts.signedIn ? "signed-in" : "signed-out";
  let expiring: Expiring | null = null;
  let returned: Returned | null = null;
  let sessions: SessionItem[] = [];

  const become = (next: SessionStatus, end: Expiring | null = null) => {
    if (status === next && expiring === end) return;
    [status, expiring] = [next, end];
    for (const listener of [...listeners]) listener(status);
  };
  const signIn = () => {
    const at = new Date(facts.now()).toISOString();
    const item = (number: number, device: string): SessionItem => ({
      id: `0190000a-0000-7000-8000-${String(number).padStart(12, "0")}`,
      device,
      current: number === 1,
      startedAt: at,
      seenAt: at,
    });
    sessions = [item(1, "Chrome · Android"), item(2, "Safari · iPhone")];
    become("signed-in");
  };
  const signOut = () => become("signed-out");
  if (facts.signedIn) signIn();

  const session: Session = {
    get status() {
      return status;
    },
    get expiring() {
      return expiring;
    },
    get returned() {
      return returned;
    },
    ready: Promise.resolve(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async beginSignIn({ origin, signal }) {
      const state = randomText();
      await world.answerAll("session.beginSignIn", { signal }, () => null);
      let used = false;
      return {
        url: `${address}#${new URLSearchParams({
          origin,
          challenge: randomText(),
          thumbprint: randomText(),
          state,
        })}`,
        async accept(message, options) {
          const { type, state: answered } = (message ?? {}) as { type?: string; state?: string };
          if (used || type !== "tuo-hand-over" || answered !== state) return false;
          used = true;
          await world.answerAll("session.accept", options, () => null);
          signIn();
          return true;
        },
      };
    },
    async signInWithPopup(options) {
      await world.answerAll("session.signInWithPopup", options, () => null);
      signIn();
    },
    async signInWithRedirect(options) {
      await world.answerAll("session.signInWithRedirect", options, () => null);
      returned = { from: "sign-in", error: null };
      signIn();
    },
    async beginErrand(act, { origin, signal }) {
      const [errand, state] = [randomText(), randomText()];
      await world.answer("session.beginErrand", { signal }, () => null);
      return {
        url: `${address}#${new URLSearchParams({ errand, act, origin, state })}`,
        accept(message) {
          const { type, state: answered } = (message ?? {}) as { type?: string; state?: string };
          if (answered !== state) return null;
          return type === "tuo-errand-done" ? "done" : type === "tuo-errand-cancelled" ? "cancelled" : null;
        },
      };
    },
    async errandWithRedirect(act, options) {
      await world.answer("session.errandWithRedirect", options, () => null);
      returned = { from: act, error: null };
    },
    async extend(options) {
      await world.answer("session.extend", options, () => null);
      if (expiring?.extendable) become(status);
    },
    active() {
      if (status === "signed-in" && expiring?.extendable) become(status);
    },
    list: (options) => world.answer("session.list", options, () => ({ sessions })),
    async end(id, options) {
      const ended = await world.answer("session.end", options, () => {
        const found = sessions.find((item) => item.id === id);
        if (!found) throw failure("request.not-found");
        sessions = sessions.filter((item) => item !== found);
        return found;
      });
      if (ended.current) signOut();
    },
    async signOut(options) {
      options?.signal?.throwIfAborted();
      signOut();
      // Off line too it is done here.
      await world.answerAll("session.signOut", options, () => null).catch(() =>
        options?.signal?.throwIfAborted()
      );
      return { logoutUrl: null };
    },
    send: ({ signal }) =>
      world.answer("session.send", { signal }, () => {
        throw failure("request.not-found");
      }),
  };
  return {
    session,
    signIn,
    expire: signOut,
    announceEnd: (end = {}) => {
      if (status === "signed-in") become(status, { at: facts.now() + 120_000, extendable: true, ...end });
    },
  };
}
