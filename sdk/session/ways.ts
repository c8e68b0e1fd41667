/**
 * The ways to the portal's own page and back. Apart from the session, for its weight: a page that only looks
 * whether a session outlived the last one needs none of it.
 */
import type { Tokens } from "../contract/auth.ts";
import { keepDevice, knownDevices } from "./devices.ts";
import { createErrands, type Errands } from "./errands.ts";
import type { KeyStore } from "./key-store.ts";
import type { Page, PopUp } from "./page.ts";
import { createRedirects, type Returned } from "./redirect.ts";
import { type Begin, createSignIns, type SignIns } from "./sign-in.ts";
import type { TokenKeeper } from "./tokens.ts";
import type { ApiRequest, CallOptions } from "./transport.ts";

export interface Ways extends Omit<SignIns, "signInWithPopup">, Errands {
  /** Signs in through `popup`, opened already. */
  signInThrough(popup: PopUp, options: CallOptions): Promise<void>;
  /** Ends what was begun on the page before, if that is what the address bar answered. */
  end(answer: Readonly<Record<string, string>>): Promise<Returned | null>;
}

export function createWays(facts: {
  endpoint: string;
  key: string;
  store: KeyStore;
  page: Page | null;
  /** Settles when it is known whether there is a session. */
  ready: () => Promise<void>;
  trade: TokenKeeper["trade"];
  /** Takes the tokens for this page's session. */
  take: (keyPair: CryptoKeyPair, tokens: Tokens) => Promise<void>;
  send: (request: ApiRequest) => Promise<Response>;
}): Ways {
  const { endpoint, key, store, page, send } = facts;
  const begin: Begin = async ({ keyPair, codeVerifier }, code, signal) => {
    const grant = { grantType: "authorization_code", code, codeVerifier };
    const tokens = await facts.trade(keyPair, grant, signal);
    signal?.throwIfAborted();
    if (tokens.device) await keepDevice(store, key, tokens.device);
    await facts.take(keyPair, tokens);
  };
  const devices = () => facts.ready().then(() => knownDevices(store, key));
  const { leave, end } = createRedirects({ name: key, store, page, begin });
  const place = { address: `${endpoint}/t/${key}/sign-in`, endpoint, page, leave, send, devices, begin };
  return { ...createSignIns(place), ...createErrands(place), end };
}
