import type { SessionList, Tokens } from "../contract/auth.ts";
import type { Errands } from "./errands.ts";
import { createExpiry, type Expiring } from "./expiry.ts";
import type { KeyStore, StoredSession } from "./key-store.ts";
import { openWindow, type Page, pageNeeded, takeAnswer } from "./page.ts";
import type { Returned } from "./redirect.ts";
import type { SignIns } from "./sign-in.ts";
import { createTabs } from "./tabs.ts";
import { createTokenKeeper } from "./tokens.ts";
import type { ApiRequest, CallOptions, Transport } from "./transport.ts";
import type { Ways } from "./ways.ts";

/** `starting`: looking whether a session outlived the last page. */
export type SessionStatus = "starting" | "signed-out" | "signed-in";

/**
 * Who is signed in on this site, in all its tabs.
 *
 * @example
 * ```ts
 * import { createTuoDossier } from "@tuodossier/sdk";
 * const { session } = createTuoDossier({ endpoint: "https://portal.example", key: "pk_demo" });
 * let shown: string = session.status;
 * const stop = session.subscribe((status) => shown = status);
 * await session.ready;
 * if (shown !== "signed-out" || session.expiring) throw new Error("nobody has signed in");
 * stop();
 * ```
 */
export interface Session extends SignIns, Errands {
  readonly status: SessionStatus;
  /** Settles when `status` is no longer `starting`. */
  readonly ready: Promise<void>;
  /** Set from 120 s before the session's end; null before. */
  readonly expiring: Expiring | null;
  /** How the redirect that led to this page ended, once `ready`; null where the page was opened otherwise. */
  readonly returned: Returned | null;
  /** Calls `listener` when `status` or `expiring` change, on this page or another tab; returns how to stop. */
  subscribe(listener: (status: SessionStatus) => void): () => void;
  /** The person asks to stay: moves the session's idle end. */
  extend(options?: CallOptions): Promise<void>;
  /** The person did something on the page: reading counts too. Cheap: it asks the server at most once a minute. */
  active(): void;
  /** The patient's sessions, on all devices. */
  list(options?: CallOptions): Promise<SessionList>;
  /** Ends one of them; the current one as `signOut` does. */
  end(id: string, options?: CallOptions): Promise<void>;
  /**
   * Ends the session here and on the server; off line, at least here. Where the clinic's provider has a session of
   * its own, `logoutUrl` is the page that ends that one too.
   */
  signOut(options?: CallOptions): Promise<{ readonly logoutUrl: string | null }>;
  /** Sends a request under this session, renewing the access token when it is old. */
  send(request: ApiRequest): Promise<Response>;
}

/** Milliseconds between two requests that only tell of activity, and between two tellings of other tabs. */
const ACTIVITY = 60_000;
const TELL = 10_000;

export function createSession(facts: {
  endpoint: string;
  key: string;
  transport: Transport;
  store: KeyStore;
  page: Page | null;
  now: () => number;
}): Session {
  const { endpoint, key, transport, store, page, now } = facts;
  const listeners = new Set<(status: SessionStatus) => void>();
  let status: SessionStatus = "starting";
  let returned: Returned | null = null;
  let [toldAt, triedAt] = [0, 0];

  const changed = () => [...listeners].forEach((listener) => listener(status));
  const become = (next: SessionStatus, tell = true) => {
    if (status === next) return;
    status = next;
    if (tell) tellTabs(next);
    changed();
  };
  const forget = async () => {
    keeper.outdate();
    await store.clear(key);
    expiry.watch(null);
    become("signed-out");
  };
  const over = async () => {
    const stored = await store.load(key);
    // Another tab went on while this one was frozen.
    if (stored && stored.keptAt > expiry.seenAt) follow(stored);
    else await forget();
  };
  const expiry = createExpiry({ now, page, changed, over });
  /** The server has seen the session since its tokens came, but no later than while they were fresh. */
  const follow = ({ tokens, endsAt, keptAt }: StoredSession) =>
    expiry.watch({ idle: tokens.idle * 1000, endsAt }, Math.min(now(), keptAt + tokens.expiresIn * 1000));
  const kept = (stored: StoredSession) => {
    tellTabs("renewed");
    follow(stored);
  };
  const keeper = createTokenKeeper({ name: key, store, transport, now, kept, forget });
  const tellTabs = createTabs<SessionStatus | "renewed" | "active">(`tuo:${key}`, async (news) => {
    if (news === "active") return expiry.touch();
    // What this page remembers is not what the store holds now.
    keeper.outdate();
    if (news !== "renewed") become(news, false);
    const stored = await store.load(key);
    if (stored && status === "signed-in") follow(stored);
    else expiry.watch(null);
  });

  const send = async (request: ApiRequest) => {
    await ready;
    const response = await keeper.send(request);
    if (expiry.expiring || now() - toldAt > TELL) {
      toldAt = now();
      tellTabs("active");
    }
    expiry.touch();
    return response;
  };
  const extend = async (options?: CallOptions) =>
    void await send({ method: "POST", path: "/v1/auth/activity", ...options });
  const list = async (options?: CallOptions): Promise<SessionList> =>
    await (await send({ method: "GET", path: "/v1/auth/sessions", ...options })).json();

  const take = async (keyPair: CryptoKeyPair, tokens: Tokens) => {
    // It may be another patient's: what is on the screen goes first.
    if (status === "signed-in") become("signed-out");
    await keeper.keep(keyPair, tokens);
    become("signed-in");
  };
  /** Fetched when first gone, for the weight of pages that go none of them. */
  const ways = async (): Promise<Ways> =>
    (await import("./ways.ts"))
      .createWays({ endpoint, key, store, page, ready: () => ready, trade: keeper.trade, take, send });
  const answer = page && takeAnswer(page);
  const ready = (async () => {
    // Where the ways cannot be fetched, sign-in is offered again.
    if (answer) returned = await ways().then((way) => way.end(answer), () => null);
    const stored = await store.load(key);
    if (stored) follow(stored);
    if (status === "starting") become(stored && expiry.look() ? "signed-in" : "signed-out", false);
  })();

  const signOut = async ({ signal }: CallOptions = {}) => {
    await ready;
    signal?.throwIfAborted();
    // Not what this page remembers: another tab may have renewed the tokens.
    const stored = await store.load(key);
    await store.clear(key, "pending");
    await forget();
    if (stored) {
      const proven = { key: stored.keyPair, accessToken: stored.tokens.accessToken };
      // Off line the server's side ends by itself: idle for 30 minutes.
      const response = await transport({ method: "POST", path: "/v1/auth/sign-out", signal }, proven)
        .catch(() => signal?.throwIfAborted());
      if (response?.status === 200) return await response.json() as { logoutUrl: string | null };
    }
    return { logoutUrl: null };
  };

  return {
    get status() {
      return status;
    },
    get expiring() {
      return expiry.expiring;
    },
    get returned() {
      return returned;
    },
    ready,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    beginSignIn: async (options) => (await ways()).beginSignIn(options),
    signInWithRedirect: async (options) => (await ways()).signInWithRedirect(options),
    async signInWithPopup({ signal } = {}) {
      signal?.throwIfAborted();
      // Before anything is waited for: a browser opens windows only at a click.
      const popup = openWindow(pageNeeded(page));
      try {
        await (await ways()).signInThrough(popup, { signal });
      } finally {
        popup.close();
      }
    },
    beginErrand: async (act, options) => (await ways()).beginErrand(act, options),
    errandWithRedirect: async (act, options) => (await ways()).errandWithRedirect(act, options),
    extend,
    active() {
      if (status !== "signed-in" || !expiry.look()) return;
      if (now() - Math.max(expiry.seenAt, triedAt) < ACTIVITY) return;
      triedAt = now();
      extend().catch(() => {});
    },
    list,
    async end(id, options) {
      const { sessions } = await list(options);
      if (sessions.some((session) => session.current && session.id === id)) await signOut(options);
      else await send({ method: "DELETE", path: `/v1/auth/sessions/${id}`, ...options });
    },
    signOut,
    send,
  };
}
