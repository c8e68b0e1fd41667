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
  if (!page) throw new TypeError("This needs a browser's page: elsewhere use beginSignIn and beginErrand");
  return page;
}
