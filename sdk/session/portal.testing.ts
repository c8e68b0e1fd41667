/** A portal that answers by a script, with its own clock; and the browser before it, with as many tabs as wanted. */
import { createTuoDossier, type TuoDossier } from "../client.ts";
import { base64url, randomText } from "./bytes.ts";
import { type KeyStore, memoryKeyStore } from "./key-store.ts";
import { createTestPage, type TestPage } from "./page.testing.ts";

export const ENDPOINT = "https://portal.example";
export const KEY = "pk_x";
export const SITE = "https://clinic.example";
const HOUR = 3_600_000;

/** Browsers deliver later and to other pages; here at once, so that no test depends on time. */
class Channel extends EventTarget {
  static readonly open = new Set<Channel>();
  constructor(readonly name: string) {
    super();
    Channel.open.add(this);
  }
  postMessage(data: unknown): void {
    for (const other of Channel.open) {
      if (other === this || other.name !== this.name) continue;
      other.dispatchEvent(Object.assign(new Event("message"), { data }));
    }
  }
}

const problem = (status: number, code: string) => Response.json({ code, title: code, status }, { status });
const hashed = async (text: string) =>
  base64url(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))));

export interface World {
  store: KeyStore;
  /** Method and path of every request but those for a nonce. */
  readonly seen: string[];
  /** Milliseconds by the server's clock. */
  time: number;
  /** How far the device's clock is ahead of it. */
  deviceAhead: number;
  online: boolean;
  /** Called before an answer is given. */
  before: (path: string) => Promise<unknown> | void;
  readonly device: string[];
  logoutUrl: string | null | undefined;
  /** The access token of now is refused until it is renewed. */
  expire(): void;
  open(href?: string): { tuo: TuoDossier; page: TestPage };
  /** The device's clock. */
  now(): number;
  advance(ms: number): void;
  /** What the sign-in page makes of an address it is opened with: the message, or what it writes behind `return`. */
  signInPage(url: string): { code: string; state: string };
  /** Signs a tab in, as the frame would. */
  signIn(tuo: TuoDossier): Promise<void>;
  settle(): Promise<void>;
  [Symbol.dispose](): void;
}

export function createWorld(): World {
  const browsers = globalThis.BroadcastChannel;
  Object.assign(globalThis, { BroadcastChannel: Channel });
  Channel.open.clear();
  const handOvers = new Map<string, string>();
  const pages: TestPage[] = [];
  let [access, refresh, over, expired] = ["", "", 0, false];
  const tokens = (more = {}) => {
    [access, refresh, expired] = [randomText(), randomText(), false];
    const endsAt = new Date(over).toISOString();
    return Response.json({
      accessToken: access,
      refreshToken: refresh,
      expiresIn: 300,
      endsAt,
      idle: 1800,
      ...more,
    });
  };

  const answer = async (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname.slice(`/t/${KEY}`.length);
    if (path === "/v1/auth/nonce") return new Response(null, { status: 204 });
    world.seen.push(`${request.method} ${path}`);
    await world.before(path);
    request.signal.throwIfAborted();
    const body = request.body ? await request.json() : {};
    const claims = JSON.parse(
      atob(request.headers.get("DPoP")!.split(".")[1].replace(/-/g, "+").replace(/_/g, "/")),
    );
    if (Math.abs(claims.iat * 1000 - world.time) > 60_000) return problem(401, "auth.proof-invalid");
    if (path === "/v1/auth/token") {
      if (body.grantType === "refresh_token") {
        return body.refreshToken === refresh ? tokens() : problem(401, "auth.signed-out");
      }
      const challenge = handOvers.get(body.code);
      handOvers.delete(body.code);
      if (challenge !== await hashed(body.codeVerifier)) return problem(400, "auth.handover-invalid");
      over = world.time + 8 * HOUR;
      return tokens({ device: world.device.shift() });
    }
    const stands = request.headers.get("Authorization") === `DPoP ${access}` && !expired;
    if (!stands) return problem(401, "auth.signed-out");
    if (path === "/v1/auth/sign-out" && world.logoutUrl !== undefined) {
      return Response.json({ logoutUrl: world.logoutUrl });
    }
    if (path === "/v1/auth/errands") {
      return Response.json({ errand: randomText(), expiresAt: new Date(world.time).toISOString() });
    }
    if (path === "/v1/auth/sessions") {
      const at = new Date(world.time).toISOString();
      const item = (id: string) => ({
        id,
        device: "Chrome",
        current: id === "mine",
        startedAt: at,
        seenAt: at,
      });
      return Response.json({ sessions: ["mine", "other"].map(item) });
    }
    return path === "/v1/profile" ? Response.json({}) : new Response(null, { status: 204 });
  };

  const world: World = {
    store: memoryKeyStore(),
    seen: [],
    time: Date.UTC(2026, 0, 15, 9),
    deviceAhead: 0,
    online: true,
    before: () => {},
    device: [],
    logoutUrl: undefined,
    expire: () => void (expired = true),
    now: () => world.time + world.deviceAhead,
    open(href) {
      const page = createTestPage(href, world.now);
      pages.push(page);
      const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
        const request = new Request(input, init);
        request.signal.throwIfAborted();
        if (!world.online) throw new TypeError("no network");
        const response = await answer(request);
        const nonce = `${Math.floor(world.time / 1000).toString(36)}.x`;
        return new Response(response.body, {
          status: response.status,
          headers: { ...Object.fromEntries(response.headers), "DPoP-Nonce": nonce },
        });
      };
      const facts = { endpoint: ENDPOINT, key: KEY, fetch, now: world.now, keyStore: world.store, page };
      return { tuo: createTuoDossier(facts), page };
    },
    advance(ms) {
      world.time += ms;
      for (const page of pages) page.runTimers(world.now());
    },
    signInPage(url) {
      const asked = new URLSearchParams(new URL(url).hash.slice(1));
      const code = randomText();
      handOvers.set(code, asked.get("challenge")!);
      return { code, state: asked.get("state")! };
    },
    async signIn(tuo) {
      const { url, accept } = await tuo.session.beginSignIn({ origin: SITE });
      if (!await accept({ type: "tuo-hand-over", ...world.signInPage(url) })) throw new Error("not accepted");
    },
    // WebCrypto works beside the event loop: some turns of it, not a time.
    async settle() {
      for (let turn = 0; turn < 40; turn++) await new Promise((done) => setTimeout(done));
    },
    [Symbol.dispose]: () => void Object.assign(globalThis, { BroadcastChannel: browsers }),
  };
  return world;
}

/** A store that outlives the pages before it, as a browser's does. */
export function lastingKeyStore(): KeyStore {
  const memory = memoryKeyStore();
  return { ...memory, save: async (name, value, what) => (await memory.save(name, value, what), true) };
}
