import type { Tokens } from "../contract/auth.ts";
import { TuoError } from "../problem.ts";
import { randomText, sha256Text } from "./bytes.ts";
import type { KeyStore, StoredSession } from "./key-store.ts";
import { createKeyPair, thumbprint } from "./proof.ts";
import type { ApiRequest, Transport } from "./transport.ts";

/** `starting`: looking whether a session outlived the last page. */
export type SessionStatus = "starting" | "signed-out" | "signed-in";

/** A sign-in under way: show `url` in a frame or a window, hand what it posts to `accept`. */
export interface SignIn {
  /** The portal's own sign-in page; what it has to know is in the fragment, which no server sees. */
  readonly url: string;
  /** Trades the page's message for tokens; false where the message is not the answer to this sign-in. */
  accept(message: unknown): Promise<boolean>;
}

export interface Session {
  readonly status: SessionStatus;
  /** Settles when `status` is no longer `starting`. */
  readonly ready: Promise<void>;
  /** Calls `listener` at every change of status, on this page or another tab; returns how to stop. */
  subscribe(listener: (status: SessionStatus) => void): () => void;
  /** Starts a sign-in for the page at `origin`; a new key is made. */
  beginSignIn(options: { origin: string }): Promise<SignIn>;
  /** Ends the session here and on the server; off line, at least here. */
  signOut(): Promise<void>;
  /** Sends a request under this session, renewing the access token when it is old. */
  send(request: ApiRequest): Promise<Response>;
}

/** The page's message when sign-in is done. */
export interface HandOverMessage {
  readonly type: "tuo-hand-over";
  readonly code: string;
  readonly state: string;
}

/** Seconds before its end at which an access token is renewed. */
const RENEW_EARLY = 30;

export function createSession(facts: {
  endpoint: string;
  key: string;
  transport: Transport;
  store: KeyStore;
  now: () => number;
}): Session {
  const { transport, store, now } = facts;
  const listeners = new Set<(status: SessionStatus) => void>();
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(`tuo:${facts.key}`);
  let status: SessionStatus = "starting";
  let renewAt = 0;
  /** What the store holds, as far as this page knows: another tab's renewal shows as a refused token. */
  let known: StoredSession | null = null;
  const load = async () => known ??= await store.load(facts.key);

  const become = (next: SessionStatus, tell = true) => {
    if (status === next) return;
    status = next;
    if (tell) channel?.postMessage(next);
    for (const listener of [...listeners]) listener(next);
  };
  channel?.addEventListener("message", ({ data }) => {
    // A renewal too: what this page remembers is not what the store holds now.
    [renewAt, known] = [0, null];
    if (data === "signed-in" || data === "signed-out") become(data, false);
  });
  // Outside browsers an open channel would keep the process alive.
  (channel as { unref?: () => void } | null)?.unref?.();

  const keep = async (keyPair: CryptoKeyPair, tokens: Tokens) => {
    known = { keyPair, tokens };
    await store.save(facts.key, known);
    renewAt = now() + (tokens.expiresIn - RENEW_EARLY) * 1000;
    channel?.postMessage("renewed");
  };
  const forget = async () => {
    [renewAt, known] = [0, null];
    await store.clear(facts.key);
    become("signed-out");
  };
  const trade = async (keyPair: CryptoKeyPair, body: unknown): Promise<Tokens> => {
    const request = { method: "POST", path: "/v1/auth/token", body };
    return await (await transport(request, { key: keyPair, accessToken: null })).json() as Tokens;
  };

  /** One renewal at a time over all tabs: who waited finds the new tokens in the store. */
  const renew = (used: string): Promise<void> =>
    exclusively(`tuo:${facts.key}:renew`, async () => {
      const stored = await store.load(facts.key);
      if (!stored?.tokens) throw signedOut();
      known = stored;
      if (stored.tokens.accessToken !== used) return;
      const { refreshToken } = stored.tokens;
      const tokens = await trade(stored.keyPair, { grantType: "refresh_token", refreshToken });
      // Who signed out meanwhile, here or in another tab, stays signed out.
      const meanwhile = await store.load(facts.key);
      if (meanwhile?.tokens?.refreshToken !== refreshToken) throw signedOut();
      await keep(stored.keyPair, tokens);
    });

  const send = async (request: ApiRequest): Promise<Response> => {
    await ready;
    for (let attempt = 0;; attempt++) {
      const stored = await load();
      if (!stored?.tokens) {
        await forget();
        throw signedOut();
      }
      const { keyPair, tokens } = stored;
      try {
        if (renewAt > 0 && now() >= renewAt) {
          renewAt = 0;
          await renew(tokens.accessToken);
          continue;
        }
        return await transport(request, { key: keyPair, accessToken: tokens.accessToken });
      } catch (error) {
        if (!(error instanceof TuoError) || error.code !== "auth.signed-out") throw error;
        if (attempt > 0) {
          await forget();
          throw error;
        }
        try {
          await renew(tokens.accessToken);
        } catch (failure) {
          if (failure instanceof TuoError && failure.status > 0 && failure.status < 500) await forget();
          throw failure;
        }
      }
    }
  };

  const ready = load().then((stored) => {
    if (status === "starting") become(stored?.tokens ? "signed-in" : "signed-out", false);
  });

  return {
    get status() {
      return status;
    },
    ready,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async beginSignIn({ origin }) {
      await ready;
      const keyPair = await createKeyPair();
      const [codeVerifier, state] = [randomText(), randomText()];
      const fragment = new URLSearchParams({
        origin,
        challenge: await sha256Text(codeVerifier),
        thumbprint: await thumbprint(keyPair),
        state,
      });
      return {
        url: `${facts.endpoint}/t/${facts.key}/sign-in#${fragment}`,
        async accept(message) {
          const { type, code, state: answered } = (message ?? {}) as Partial<HandOverMessage>;
          if (type !== "tuo-hand-over" || answered !== state || typeof code !== "string") return false;
          await keep(keyPair, await trade(keyPair, { grantType: "authorization_code", code, codeVerifier }));
          become("signed-in");
          return true;
        },
      };
    },
    async signOut() {
      // Not what this page remembers: another tab may have renewed the tokens.
      const stored = await store.load(facts.key);
      await forget();
      if (!stored?.tokens) return;
      const proven = { key: stored.keyPair, accessToken: stored.tokens.accessToken };
      // Off line the server's side ends by itself: idle for 30 minutes.
      await transport({ method: "POST", path: "/v1/auth/sign-out" }, proven).catch(() => {});
    },
    send,
  };
}

const signedOut = () => new TuoError({ code: "auth.signed-out", message: "There is no session: sign in" });

let turn: Promise<void> = Promise.resolve();

/** Over all tabs; in browsers without locks (Safari before 15.4) at least on this page. */
function exclusively(name: string, act: () => Promise<void>): Promise<void> {
  if (navigator.locks) return navigator.locks.request(name, act) as Promise<void>;
  return turn = turn.then(act, act);
}
