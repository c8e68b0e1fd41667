import type { ErrandAct } from "../contract/auth.ts";
import { type ErrorCode, TuoError } from "../problem.ts";
import type { KeyStore, Pending } from "./key-store.ts";
import { type Page, pageNeeded } from "./page.ts";
import type { Begin } from "./sign-in.ts";
import type { CallOptions } from "./transport.ts";
import { exclusively } from "./turns.ts";

/** Where a redirect comes back to: by default to this page's address, and always on this site. */
export interface RedirectOptions extends CallOptions {
  readonly returnTo?: string;
}

/** How the redirect that led to this page ended. */
export interface Returned {
  readonly from: "sign-in" | ErrandAct;
  readonly error: TuoError | null;
}

/** Goes to a page of the portal that will come back. */
export type Leave = (pending: Pending, url: string, signal?: AbortSignal) => Promise<void>;

/** An address with facts in its fragment, those that there are. */
export const address = (page: string, facts: Readonly<Record<string, string | undefined>>): string =>
  `${page}#${new URLSearchParams(Object.entries(facts).filter(([, value]) => value) as [string, string][])}`;

/** The page to come back to. @throws {TypeError} when it is another site's: only this one can end a sign-in. */
export function wayBack(page: Page | null, returnTo?: string): URL {
  const { href } = pageNeeded(page).location;
  const back = new URL(returnTo ?? href, href);
  if (back.origin !== new URL(href).origin) throw new TypeError("returnTo lies on another site");
  return back;
}

export function createRedirects(
  { name, store, page, begin }: { name: string; store: KeyStore; page: Page | null; begin: Begin },
): {
  leave: Leave;
  /** Ends what was begun on the page before, if that is what the address bar answered. */
  end: (answer: Readonly<Record<string, string>>) => Promise<Returned | null>;
} {
  return {
    async leave(pending, url, signal) {
      const lasting = await store.save(name, pending, "pending");
      if (lasting && !signal?.aborted) return page!.location.assign(url);
      await store.clear(name, "pending");
      signal?.throwIfAborted();
      throw new TuoError({ code: "sign-in.no-storage", message: "The browser keeps nothing here" });
    },
    async end(answer) {
      // Good once, in one tab of all.
      const pending = await exclusively(`tuo:${name}:pending`, async () => {
        const waiting = await store.load(name, "pending");
        if (waiting?.state !== (answer.tuo_state ?? answer.tuo_done)) return null;
        await store.clear(name, "pending");
        return waiting;
      });
      if (!pending) return null;
      const { from, keys } = pending;
      try {
        const code = answer.tuo_error as ErrorCode | undefined;
        if (code) throw new TuoError({ code, message: "So says the portal" });
        if (keys) await begin(keys, answer.tuo_code);
        return { from, error: null };
      } catch (error) {
        return { from, error: error as TuoError };
      }
    },
  };
}
