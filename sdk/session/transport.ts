import { problemOf, TuoError } from "../problem.ts";
import { createProof } from "./proof.ts";

/** Every call can be stopped: it throws the signal's own reason. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** One request to the API, its path from `/v1/`. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether cookies go along and are kept; by default they do not. */
  readonly credentials?: RequestCredentials;
  readonly signal?: AbortSignal;
}

/** How a request proves who sends it. */
export interface Proven {
  readonly key: CryptoKeyPair;
  readonly accessToken: string | null;
}

/** The network as the SDK sees it: a `fetch`, and a clock in milliseconds. */
export interface TransportOptions {
  readonly endpoint: string;
  readonly key: string;
  readonly fetch: typeof fetch;
  readonly now: () => number;
}

/** Milliseconds a nonce is used without asking for another; the server takes it for longer. */
const NONCE_LIFE = 200_000;

export interface Transport {
  (request: ApiRequest, proven?: Proven): Promise<Response>;
  /** Milliseconds the server's clock is ahead of this device's, as far as its nonces told. */
  clockOffset(): number;
}

/**
 * Sends requests, with a DPoP proof where there is a key. It keeps the server's latest nonce, whose first part
 * is the server's time: so a device with a wrong clock still makes proofs that are in time.
 *
 * @throws {TuoError} what the server answers as an error, and `network.lost`.
 * @example
 * ```ts
 * import { createTransport } from "@tuodossier/sdk";
 * const fetch = async (url: string | URL | Request) => Response.json(String(url));
 * const send = createTransport({ endpoint: "https://portal.example", key: "pk_demo", fetch, now: Date.now });
 * const url = await (await send({ method: "GET", path: "/v1/help" })).json();
 * if (url !== "https://portal.example/t/pk_demo/v1/help") throw new Error("the key is in the address");
 * ```
 */
export function createTransport(options: TransportOptions): Transport {
  const { fetch, now } = options;
  const base = `${options.endpoint}/t/${options.key}`;
  let nonce: string | null = null;
  let nonceAt = 0;
  let clockOffset = 0;

  const learn = (response: Response) => {
    const fresh = response.headers.get("DPoP-Nonce");
    if (!fresh) return;
    [nonce, nonceAt] = [fresh, now()];
    clockOffset = parseInt(fresh.split(".")[0], 36) * 1000 - now();
  };

  const once = async (request: ApiRequest, proven?: Proven): Promise<Response> => {
    const url = new URL(base + request.path);
    for (const [name, value] of Object.entries(request.query ?? {})) {
      if (value !== undefined && value !== "") url.searchParams.set(name, String(value));
    }
    const headers = new Headers(request.headers);
    if (request.body !== undefined) headers.set("Content-Type", "application/json");
    if (proven) {
      const seconds = (now() + clockOffset) / 1000;
      const proof = { ...proven, method: request.method, url: url.href, now: seconds, nonce };
      headers.set("DPoP", await createProof(proof));
      if (proven.accessToken) headers.set("Authorization", `DPoP ${proven.accessToken}`);
    }
    const response = await fetch(url, {
      method: request.method,
      headers,
      body: request.body === undefined ? undefined : JSON.stringify(request.body),
      signal: request.signal,
      credentials: request.credentials ?? "omit",
      cache: "no-store",
    }).catch((error: unknown) => {
      request.signal?.throwIfAborted();
      throw new TuoError({ code: "network.lost", message: `No answer from the portal (${error})` });
    });
    learn(response);
    return response;
  };

  const send = async (request: ApiRequest, proven?: Proven): Promise<Response> => {
    // Asked for beforehand, so that a first proof need not be refused to learn it.
    if (proven && (nonce === null || now() - nonceAt > NONCE_LIFE)) {
      await once({ method: "GET", path: "/v1/auth/nonce", signal: request.signal });
    }
    let response = await once(request, proven);
    let problem = response.ok ? null : await problemOf(response);
    if (problem?.code === "auth.nonce" && proven) {
      response = await once(request, proven);
      problem = response.ok ? null : await problemOf(response);
    }
    if (problem) throw problem;
    return response;
  };
  return Object.assign(send, { clockOffset: () => clockOffset });
}
