/** The browser of the tests: an installed Chrome, Chromium or Edge, driven by playwright-core. */
import { type Browser, chromium, type Page } from "playwright-core";

const CANDIDATES = [
  Deno.env.get("TUO_BROWSER"),
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

function exists(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}

/** Path of the browser, or null: then a test that needs one is skipped. */
export const browserPath: string | null = CANDIDATES.find((path) => path !== undefined && exists(path)) ??
  null;

export function launchBrowser(): Promise<Browser> {
  if (!browserPath) throw new Error("No Chrome, Chromium or Edge was found: install one, or set TUO_BROWSER");
  return chromium.launch({
    executablePath: browserPath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--enable-unsafe-swiftshader",
    ],
  });
}

/** What axe finds on the page and in its frames, a line a finding; shadow roots included. */
export async function axeFindings(page: Page): Promise<string[]> {
  const source = await Deno.readTextFile(new URL(import.meta.resolve("axe-core/axe.min.js")));
  const findings = await Promise.all(
    page.frames().map(async (frame) => {
      await frame.evaluate(source);
      return await frame.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: {
            run(): Promise<{ violations: { id: string; nodes: { html: string; target: unknown }[] }[] }>;
          };
        };
        const { violations } = await axe.run();
        return violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${id}: ${node.target} ${node.html}`)
        );
      });
    }),
  );
  return findings.flat();
}

/** Names that more than one visible control of the screen bears; the rows of a list repeat theirs by nature. */
export function doubledNames(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const names: string[] = [];
    const visit = (root: Document | ShadowRoot | Element) => {
      for (const element of root.querySelectorAll<HTMLElement>("*")) {
        if (element.shadowRoot) visit(element.shadowRoot);
        if (!element.matches("button, a[href]") || element.closest("tr, li, [inert]")) continue;
        if (!element.checkVisibility({ visibilityProperty: true })) continue;
        names.push((element.ariaLabel ?? element.innerText).trim());
      }
    };
    visit(globalThis.document);
    return names.filter((name, at) => name !== "" && names.indexOf(name) !== at);
  });
}
