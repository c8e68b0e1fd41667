import type { Tokens } from "../contract/auth.ts";
import { TuoError } from "../problem.ts";
import type { KeyStore, StoredSession } from "./key-store.ts";
import type { ApiRequest, Transport } from "./transport.ts";
import { exclusively, unlessAborted } from "./turns.ts";

export interface TokenKeeper {
  /** Another tab has changed what the store holds. */
  outdate(): void;
  trade(keyPair: CryptoKeyPair, grant: unknown, signal?: AbortSignal): Promise<Tokens>;
  keep(keyPair: CryptoKeyPair, tokens: Tokens): Promise<void>;
  /** Sends a request under the session, renewing the access token when it is old. */
  send(request: ApiRequest): Promise<Response>;
}

/** Seconds before its end at which an access token is renewed. */
const RENEW_EARLY = 30;

/** Keeps a session's tokens in the store and fresh. `forget` is called when the session turns out to be over. */
export function createTokenKeeper({ name, store, transport, now, kept, forget }: {
  name: string;
  store: KeyStore;
  transport: Transport;
  now: () => number;
  kept: (session: StoredSession) => void;
  forget: () => Promise<void>;
}): TokenKeeper {
  let renewAt = 0;
  /** What the store holds, as far as this page knows: another tab's renewal shows as a refused token. */
  let known: StoredSession | null = null;

  const trade: TokenKeeper["trade"] = async (keyPair, body, signal) => {
    const request = { method: "POST", path: "/v1/auth/token", body, signal };
    return await (await transport(request, { key: keyPair, accessToken: null })).json() as Tokens;
  };

  const keep = async (keyPair: CryptoKeyPair, tokens: Tokens) => {
    const keptAt = now();
    const endsAt = Date.parse(tokens.endsAt) - transport.clockOffset();
    known = { keyPair, tokens, keptAt, endsAt };
    await store.save(name, known);
    renewAt = keptAt + (tokens.expiresIn - RENEW_EARLY) * 1000;
    kept(known);
  };

  /** The session this page knew is gone; another may have taken its place. */
  const lost = async (instead: StoredSession | null = null) => {
    known = instead;
    if (!instead) await forget();
    return new TuoError({ code: "auth.signed-out", message: "There is no session: sign in" });
  };

  /** One renewal at a time over all tabs: who waited finds the new tokens in the store. */
  const renew = (used: string): Promise<void> =>
    exclusively(`tuo:${name}:renew`, async () => {
      const stored = await store.load(name);
      if (!stored) throw await lost();
      known = stored;
      if (stored.tokens.accessToken !== used) return;
      const { refreshToken } = stored.tokens;
      const tokens = await trade(stored.keyPair, { grantType: "refresh_token", refreshToken });
      // Who signed out meanwhile, here or in another tab, stays signed out.
      const meanwhile = await store.load(name);
      if (meanwhile?.tokens.refreshToken !== refreshToken) throw await lost(meanwhile);
      await keep(stored.keyPair, tokens);
    });

  return {
    outdate: () => void ([renewAt, known] = [0, null]),
    trade,
    keep,
    async send(request) {
      const { signal } = request;
      for (let attempt = 0;; attempt++) {
        signal?.throwIfAborted();
        known ??= await store.load(name);
        if (!known) throw await lost();
        const { keyPair, tokens: { accessToken } } = known;
        try {
          if (renewAt > 0 && now() >= renewAt) {
            renewAt = 0;
            await unlessAborted(renew(accessToken), signal);
            continue;
          }
          return await transport(request, { key: keyPair, accessToken });
        } catch (error) {
          if (!(error instanceof TuoError) || error.code !== "auth.signed-out") throw error;
          if (attempt > 0) {
            await forget();
            throw error;
          }
          try {
            await unlessAborted(renew(accessToken), signal);
          } catch (failure) {
            if (failure instanceof TuoError && failure.status > 0 && failure.status < 500) await forget();
            throw failure;
          }
        }
      }
    },
  };
}
