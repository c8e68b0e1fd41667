/// <reference lib="deno.ns" />
/** The portal's pages as a browser gets them, with a portal whose answers the test writes. */
import assert from "node:assert/strict";
import type { Browser, FrameLocator, Page, Route } from "playwright-core";
import { build } from "vite";
import { browserPath, launchBrowser } from "../../../tests/browser.ts";

export const PORTAL = "https://portal.test";
export const CLINIC = "https://clinic.test";
export const SECRET = "a".repeat(43);

/** What the API answers to one path, by what was sent. */
export type Answer = (
  body: Record<string, unknown>,
) => { status?: number; body?: unknown; retryAfter?: number };
export type Answers = Readonly<Record<string, Answer>>;

export const challenge = (facts: Record<string, unknown> = {}) => ({
  challenge: SECRET,
  factor: "sms",
  sentTo: "*****46",
  resendAfter: 15,
  expiresAt: "2030-01-01T00:00:00.000Z",
  explainSms: false,
  ...facts,
});

export const problem = (code: string, status: number, facts: Record<string, unknown> = {}) => ({
  status,
  body: { type: `urn:tuodossier:problem:${code}`, code, title: code, status, instance: "1", ...facts },
});

export interface OpenedPage {
  readonly page: Page;
  /** Every request to the portal, in order: method, path, and the whole address. */
  readonly calls: { method: string; path: string; url: string; body: Record<string, unknown> }[];
  /** What the framing or opening page heard. */
  messages(): Promise<{ type: string; [name: string]: unknown }[]>;
  /** What a browser says of policies that were broken. */
  readonly faults: string[];
}

export interface OpenOptions {
  readonly path?: "sign-in" | "reset";
  /** Of the fragment; `origin`, `state` and the like have defaults. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly answers?: Answers;
  readonly clinic?: Readonly<Record<string, unknown>>;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly touch?: boolean;
  readonly forcedColors?: boolean;
  readonly lang?: string;
  /** The browser's. */
  readonly locale?: string;
  /** Written around the frame. */
  readonly style?: string;
}

const facts = {
  name: "Studio Radiologico Aurora",
  phone: "0434 000 000",
  hours: "Lunedì-venerdì 8:00-18:00",
  origins: [CLINIC],
  signInWith: null,
  signInUrl: `${CLINIC}/area`,
  smsPrefixes: ["+39"],
};

const policy = (framed: string) =>
  `default-src 'none'; script-src ${PORTAL}; style-src ${PORTAL}; connect-src ${PORTAL}; ` +
  `frame-ancestors ${framed}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; ` +
  "trusted-types lit-html tuo";

export async function buildPages(): Promise<string> {
  const folder = await Deno.makeTempDir({ prefix: "tuo-pages-" });
  const configFile = new URL("../../vite.pages.config.ts", import.meta.url).pathname;
  await build({ configFile, logLevel: "error", build: { outDir: folder } });
  return folder;
}

export async function openHosted(
  browser: Browser,
  folder: string,
  options: OpenOptions = {},
): Promise<OpenedPage> {
  const { path = "sign-in", answers = {}, width = 768, height = 1000, dark = false } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    locale: options.locale ?? "it-IT",
    colorScheme: dark ? "dark" : "light",
    forcedColors: options.forcedColors ? "active" : "none",
    hasTouch: options.touch ?? width < 500,
    isMobile: options.touch ?? width < 500,
  });
  const calls: OpenedPage["calls"] = [];
  const faults: string[] = [];
  const clinic = JSON.stringify({ ...facts, ...options.clinic }).replaceAll("&", "&amp;").replaceAll(
    '"',
    "&quot;",
  );

  await context.route(`${PORTAL}/**`, async (route: Route) => {
    const request = route.request();
    const url = new URL(request.url());
    if (url.pathname.startsWith("/sdk/v1/")) {
      const body = await Deno.readTextFile(folder + url.pathname.slice(7));
      return await route.fulfill({ body, contentType: "text/javascript" });
    }
    const sent = request.postDataJSON() as Record<string, unknown> | null;
    calls.push({ method: request.method(), path: url.pathname, url: request.url(), body: sent ?? {} });
    const [, script] = /^\/t\/pk_test\/(sign-in|reset)$/.exec(url.pathname) ?? [];
    if (script) {
      return await route.fulfill({
        contentType: "text/html; charset=utf-8",
        headers: { "content-security-policy": policy(script === "reset" ? "'none'" : `'self' ${CLINIC}`) },
        body: `<!doctype html><html lang="it"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>…</title>
<script type="module" src="/sdk/v1/${script}.js"></script></head><body data-clinic="${clinic}"></body></html>`,
      });
    }
    const answer = answers[url.pathname.replace(/^\/t\/pk_test\/v1\/auth\//, "")]?.(sent ?? {}) ??
      problem("request.not-found", 404);
    const { status = 200, body, retryAfter } = answer;
    await route.fulfill({
      status,
      headers: retryAfter === undefined ? {} : { "retry-after": String(retryAfter) },
      ...body === undefined ? {} : { contentType: "application/json", body: JSON.stringify(body) },
    });
  });

  const mode = options.fields?.mode ?? (path === "reset" ? "redirect" : "frame");
  const fields = { origin: CLINIC, challenge: SECRET, thumbprint: SECRET, state: "s1", ...options.fields };
  const fragment = new URLSearchParams(path === "reset" ? options.fields : fields);
  const address = `${PORTAL}/t/pk_test/${path}${[...fragment].length > 0 ? `#${fragment}` : ""}`;
  const { lang = "it", style = "" } = options;
  await context.route(`${CLINIC}/**`, (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Clinica</title>
<meta name="viewport" content="width=device-width"><style>:root { color-scheme: light dark }
body { margin: 2rem 1rem; font: 1rem/1.5 "DejaVu Sans", sans-serif } iframe { display: block; border: 0; width: 100%;
max-width: 26rem; height: 30rem; margin: auto; color-scheme: inherit } ${style}</style>
<main><h1>La tua area</h1><button>Apri</button>${
        mode === "frame" ? `<iframe title="Accedi" src="${address.replaceAll("&", "&amp;")}"></iframe>` : ""
      }
</main><script>
  window.heard = [];
  addEventListener("message", ({ data, origin, source }) => {
    heard.push({ ...data, origin });
    if (data.type === "tuo-frame-size") document.querySelector("iframe").style.height = data.height + "px";
    if (data.type === "tuo-frame-ready") source.postMessage({ type: "tuo-theme", theme: {
      "font-family": getComputedStyle(document.body).fontFamily, "color-scheme": "light dark" },
      lang: document.documentElement.lang }, origin);
  });
  document.querySelector("button").onclick = () => window.popup = open(${
        JSON.stringify(address)
      }, "_blank", "popup");
</script></html>`,
    }));

  const watch = (page: Page) => {
    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => void faults.push(error.message));
    page.on("console", (message) => {
      if (/Content Security Policy|Trusted/i.test(message.text())) faults.push(message.text());
    });
  };
  const host = await context.newPage();
  watch(host);
  await host.goto(mode === "redirect" ? address : `${CLINIC}/area`);
  let page = host;
  if (mode === "popup") {
    [page] = await Promise.all([
      context.waitForEvent("page"),
      host.getByRole("button", { name: "Apri" }).click(),
    ]);
    watch(page);
  }
  return {
    page,
    calls,
    faults,
    messages: () => host.evaluate(() => (globalThis as unknown as { heard: { type: string }[] }).heard),
  };
}

/** Steps of one test, each with a page of its own, in one browser. */
export function hostedTest(
  name: string,
  run: (
    step: (name: string, act: () => Promise<void>) => Promise<void>,
    open: (options?: OpenOptions) => Promise<OpenedPage>,
  ) => Promise<void>,
): void {
  Deno.test({
    name,
    ignore: browserPath === null,
    async fn(t) {
      const folder = await buildPages();
      const browser = await launchBrowser();
      try {
        const opened: OpenedPage[] = [];
        const open = async (options: OpenOptions = {}) => {
          const page = await openHosted(browser, folder, options);
          opened.push(page);
          return page;
        };
        await run(async (step, act) => {
          await t.step(step, async () => {
            await act();
            for (const { page, faults } of opened.splice(0)) {
              assert.deepEqual(faults, []);
              await page.context().close();
            }
          });
        }, open);
      } finally {
        await browser.close();
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}

/** The portal's page inside the clinic's. */
export const framed = ({ page }: OpenedPage): FrameLocator => page.frameLocator("iframe");

/** Id of what has the focus on the portal's page. */
export async function focusOf({ page }: OpenedPage): Promise<string | null> {
  const frame = page.frames().find((each) => each.url().startsWith(PORTAL)) ?? page.mainFrame();
  return await frame.evaluate(() => {
    const { activeElement } = document.querySelector("tuo-page")!.shadowRoot!;
    return activeElement && (activeElement.id || activeElement.localName);
  });
}

/** Gives user name and password, and presses "Accedi". */
export async function givePassword(page: Page | FrameLocator): Promise<void> {
  await page.getByLabel("Username").fill(" rssmra80a01h501u ");
  await page.getByLabel("Password", { exact: true }).fill("una frase lunga");
  await page.getByRole("button", { name: "Accedi", exact: true }).click();
}

export async function giveCode(page: Page | FrameLocator, code = "123 456"): Promise<void> {
  await page.getByLabel("Codice di Sicurezza (OTP)").fill(code);
  await page.getByRole("button", { name: "Conferma" }).click();
}
