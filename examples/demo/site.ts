/** The clinic's site, as its web people would write it; and, in the demo only, the patients' telephones. */
import type { DemoState } from "./state.ts";

const folder = new URL("site/", import.meta.url).pathname;
const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};
const PAGES: Readonly<Record<string, string>> = {
  "/": "index.html",
  "/referti": "referti.html",
  "/demo": "demo.html",
  "/style.css": "style.css",
  "/demo.css": "demo.css",
  "/demo.js": "demo.js",
  "/marchio.svg": "marchio.svg",
};

export interface SiteFacts {
  /** Hosts it answers to: a name that was made to point here is none of them. */
  readonly hosts: () => readonly string[];
  readonly endpoint: string;
  readonly key: string;
  readonly state: () => Promise<DemoState>;
  /** The printed access page of a seeded patient; null for anybody else. */
  readonly accessPage: (codiceFiscale: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** Puts every attempt counter back to nothing. */
  readonly resetAttempts: () => Promise<void>;
}

export function createSite(facts: SiteFacts): (request: Request) => Promise<Response> {
  const { endpoint, key } = facts;
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${endpoint}`,
    "style-src 'self'",
    `connect-src 'self' ${endpoint}`,
    "img-src 'self' blob:",
    "media-src blob:",
    `frame-src ${endpoint}`,
    "worker-src blob:",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html tuo 'allow-duplicates'",
  ].join("; ");
  const headers = {
    "Content-Security-Policy": policy,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
  };

  return async function site(request) {
    const url = URL.canParse(request.url) ? new URL(request.url) : null;
    if (!url || !facts.hosts().includes(url.host)) {
      return new Response("Not this site\n", { status: 421, headers });
    }
    const { pathname } = url;
    if (!["GET", "HEAD", "POST"].includes(request.method)) {
      return new Response(null, { status: 405, headers });
    }
    if (pathname === "/demo/state.json") return Response.json(await facts.state(), { headers });
    if (pathname.startsWith("/demo/access-page/")) {
      const pdf = await facts.accessPage(pathname.slice("/demo/access-page/".length));
      if (pdf) return new Response(pdf, { headers: { ...headers, "Content-Type": "application/pdf" } });
    }
    if (pathname === "/demo/reset-attempts" && request.method === "POST") {
      const from = request.headers.get("Origin");
      if (from !== null && from !== url.origin) return new Response(null, { status: 403, headers });
      await facts.resetAttempts();
      return new Response(null, { status: 204, headers });
    }
    const name = PAGES[pathname.length > 1 ? pathname.replace(/\/$/, "") : pathname];
    if (!name) return new Response("Pagina non trovata\n", { status: 404, headers });
    const text = await Deno.readTextFile(folder + name);
    const body = text.replaceAll("{{endpoint}}", endpoint).replaceAll("{{key}}", key);
    return new Response(body, { headers: { ...headers, "Content-Type": TYPES[name.split(".")[1]] } });
  };
}
