import type { Page } from "./page.ts";

/** The end of the session is near. */
export interface Expiring {
  /**
   * When it ends, as this device's clock will show it: `at - Date.now()` is what is left, right by the server's
   * clock even where the device's is wrong.
   */
  readonly at: number;
  /** Whether `extend` carries it on; past the absolute end nothing does. */
  readonly extendable: boolean;
}

/** When a session ends, in milliseconds: without activity for `idle`, and at `endsAt` whatever happens. */
export interface Ends {
  readonly idle: number;
  readonly endsAt: number;
}

export interface Expiry {
  readonly expiring: Expiring | null;
  /** When the server last took a request of this session, as far as this page knows. */
  readonly seenAt: number;
  /** Follows another session, or the same one further on; null: none. */
  watch(ends: Ends | null, seenAt?: number): void;
  /** The server has taken a request just now. */
  touch(): void;
  /** Looks at the clock; false where there is no session, or its time is over. */
  look(): boolean;
}

/** How long before its end a timeout is announced. */
const WARNING = 120_000;
/** Timers stand still while a laptop sleeps: the clock is looked at this often. */
const LOOK = 15_000;

/** Watches both ends of a session, and tells of a near one and of `over`. Without a page nobody is idle. */
export function createExpiry(
  { now, page, changed, over }: {
    now: () => number;
    page: Page | null;
    changed: () => void;
    over: () => void;
  },
): Expiry {
  let ends: Ends | null = null;
  let seenAt = 0;
  let expiring: Expiring | null = null;
  let timer: number | undefined;

  const look = (): boolean => {
    page?.clearTimeout(timer);
    const idleEnd = ends ? seenAt + ends.idle : Infinity;
    const at = Math.min(idleEnd, ends?.endsAt ?? Infinity);
    const left = at - now();
    const near = left <= WARNING;
    if (ends && left > 0) timer = page?.setTimeout(look, Math.min(LOOK, near ? left : left - WARNING));
    if (near ? expiring?.at !== at : expiring) {
      expiring = near ? { at, extendable: idleEnd < ends!.endsAt } : null;
      changed();
    }
    if (left <= 0) over();
    return left > 0 && ends !== null;
  };
  for (const event of ["visibilitychange", "pageshow", "focus"]) page?.addEventListener(event, look);

  return {
    get expiring() {
      return expiring;
    },
    get seenAt() {
      return seenAt;
    },
    watch(next, at = 0) {
      ends = next;
      seenAt = next ? Math.max(seenAt, at) : 0;
      look();
    },
    touch() {
      seenAt = now();
      look();
    },
    look,
  };
}
