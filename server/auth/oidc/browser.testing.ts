/** A patient's browser at the portal and at a provider: cookies, redirects, fragments; for tests. */
import { CLINIC_SITE, PORTAL, type TestPortal } from "../../testing/portal.ts";

const SECRET = (letter: string) => letter.repeat(43);

/** What the clinic's page would ask for. */
export const asked = {
  handOver: { origin: CLINIC_SITE, codeChallenge: SECRET("c"), keyThumbprint: SECRET("t") },
  returnTo: `${CLINIC_SITE}/dossier?lang=it`,
  state: SECRET("s"),
};

export interface TestBrowser {
  /** Cookies by origin. */
  readonly cookies: Map<string, Map<string, string>>;
  fetch(url: string | URL, init?: RequestInit): Promise<Response>;
  /** Asks the portal where to go. */
  begin(request?: object, key?: string): Promise<Response>;
  /** The provider's address. */
  beginUrl(request?: object): Promise<URL>;
  /** Follows redirects up to the portal's sign-in page or the clinic's site. */
  follow(url: string | URL): Promise<URL>;
  /** Comes back from the provider. */
  comeBack(parameters: Record<string, string>, key?: string): Promise<URL>;
  /** Sends credentials as the portal's page does. */
  post(path: string, body: object): Promise<Response>;
}

export function createBrowser(portal: TestPortal): TestBrowser {
  const { key } = portal.tenant.clinic;
  const cookies = new Map<string, Map<string, string>>();
  const send = async (to: string | URL, init: RequestInit = {}, origin: string | null = null) => {
    const url = new URL(to);
    const jar = cookies.get(url.origin) ?? new Map<string, string>();
    cookies.set(url.origin, jar);
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set("Cookie", [...jar].map((pair) => pair.join("=")).join("; "));
    const request = new Request(url, { ...init, headers, redirect: "manual" });
    const response = url.origin === PORTAL ? await portal.fetchFrom(origin)(request) : await fetch(request);
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (value === "" || /expires=Thu, 01 Jan 1970/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  const post = (url: string, body: object) =>
    send(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }, PORTAL);

  const browser: TestBrowser = {
    cookies,
    fetch: send,
    begin: (request = {}, of = key) => post(`${PORTAL}/t/${of}/v1/auth/oidc`, { ...asked, ...request }),
    async beginUrl(request = {}) {
      return new URL((await (await browser.begin(request)).json() as { url: string }).url);
    },
    async follow(start) {
      let url = new URL(start);
      for (let hops = 0; hops < 12; hops++) {
        if (url.origin === CLINIC_SITE || url.pathname.endsWith("/sign-in")) return url;
        const response = await send(url);
        await response.body?.cancel();
        const location = response.headers.get("Location");
        if (!location) throw new Error(`${response.status} at ${url.origin}${url.pathname}`);
        url = new URL(location, url);
      }
      throw new Error("too many redirects");
    },
    comeBack(parameters, of = key) {
      return browser.follow(`${PORTAL}/t/${of}/oidc/callback?${new URLSearchParams(parameters)}`);
    },
    post: (path, body) => post(`${PORTAL}/t/${key}/v1/auth/${path}`, body),
  };
  return browser;
}

/** The parameters in an address's fragment. */
export const fragmentOf = (url: URL): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(url.hash.slice(1)));
