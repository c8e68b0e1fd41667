import { TuoError } from "../problem.ts";

/** What sign-in and expiry ask of the browser's page: `window` has all of it, and a test as little as it likes. */
export interface Page {
  readonly location: { readonly href: string; assign(url: string): void };
  readonly history: {
    readonly state: unknown;
    replaceState(state: unknown, unused: string, url: string): void;
  };
  open(url: string, target: string, features: string): PopUp | null;
  addEventListener(type: string, hear: (event: PageEvent) => void, options?: { signal: AbortSignal }): void;
  setTimeout(act: () => void, ms: number): number;
  clearTimeout(timer: number | undefined): void;
}

/** A window this page opened. */
export interface PopUp {
  readonly closed: boolean;
  readonly location: { replace(url: string): void };
  close(): void;
}

/** Of a message: what it says, and who sent it. */
export interface PageEvent {
  readonly data?: unknown;
  readonly origin?: string;
  readonly source?: unknown;
}

/** The page the SDK runs in; null outside browsers. */
export const currentPage = (): Page | null =>
  typeof document === "undefined" ? null : globalThis as unknown as Page;

/** What needs a page cannot be done in a program. */
export function pageNeeded(page: Page | null): Page {
  if (!page) throw new TypeError("This needs a browser: use beginSignIn, beginErrand");
  return page;
}

/** Opens a window at once, while the browser still takes it for the person's wish. */
export function openWindow(page: Page): PopUp {
  const popup = page.open("", "_blank", "popup,width=480,height=760");
  if (!popup) throw new TuoError({ code: "sign-in.blocked", message: "The browser blocked the window" });
  return popup;
}

/** Takes the portal's answer out of the address bar at once, and leaves the rest of the fragment as it was. */
export function takeAnswer({ location, history }: Page): Record<string, string> | null {
  const url = new URL(location.href);
  const parts = url.hash.slice(1).split("&");
  const mine = parts.filter((part) => /^tuo_(?:code|state|error|done)=/.test(part));
  if (!mine[0]) return null;
  url.hash = parts.filter((part) => !mine.includes(part)).join("&");
  history.replaceState(history.state, "", url.href);
  return Object.fromEntries(new URLSearchParams(mine.join("&")));
}
