import type { TuoDossier } from "@tuodossier/sdk";

/** What all copies of the bundle on one page share. */
interface Page {
  client: TuoDossier | null;
  /** Told whenever the page's client changes. */
  readonly listeners: Set<() => void>;
  /** True once a copy has taken charge of loading elements. */
  claimed: boolean;
}

const KEY = Symbol.for("tuodossier");

function page(): Page {
  const shared = globalThis as unknown as Record<symbol, Page | undefined>;
  return shared[KEY] ??= { client: null, listeners: new Set(), claimed: false };
}

/** The client of elements that were given none. */
export const defaultClient = (): TuoDossier | null => page().client;

/**
 * Makes `client` the one of every element on the page that has no `.client` of its own.
 *
 * @example
 * ```ts
 * import { defaultClient, setDefaultClient } from "@tuodossier/components";
 * setDefaultClient(null);
 * if (defaultClient() !== null) throw new Error("the page has no client now");
 * ```
 */
export function setDefaultClient(client: TuoDossier | null): void {
  page().client = client;
  for (const listener of [...page().listeners]) listener();
}

/** Calls `listener` when the page's client changes; returns how to stop. */
export function onDefaultClient(listener: () => void): () => void {
  page().listeners.add(listener);
  return () => page().listeners.delete(listener);
}

/** True for the first copy that asks: a second copy of the bundle stands down. */
export function claimPage(): boolean {
  const first = !page().claimed;
  page().claimed = true;
  return first;
}
