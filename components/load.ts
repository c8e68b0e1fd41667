import { type TuoDossier, TuoError } from "@tuodossier/sdk";

/** What the element shows of one read: the last data stay while it is read again. */
export interface Load<T> {
  readonly data: T | null;
  readonly pending: boolean;
  readonly error: TuoError | null;
  /** Reads (again); a read under way is stopped. */
  reload(): Promise<void>;
  /** Puts what a write answered in the place of what was read. */
  set(data: T): void;
  /** What was read has failed after all: it is forgotten, and the failure told. */
  fail(failure: unknown): void;
  /** Stops, keeping the data. */
  stop(): void;
  /** Stops and forgets the data. */
  clear(): void;
  /** True where there are data and nothing in them. */
  readonly empty: boolean;
  /** True where it starts by itself when the patient is signed in. */
  readonly automatic: boolean;
}

/** The element as its loads see it; every `TuoElement` is one. */
export interface LoadHost {
  readonly tuo: TuoDossier | null;
  readonly loads: Load<unknown>[];
  requestUpdate(): void;
  report(error: TuoError): void;
}

export interface LoadOptions<T> {
  readonly empty?: (data: T) => boolean;
  /** Starts by `reload()` only, not by itself when the patient is signed in. */
  readonly manual?: boolean;
}

/**
 * One read of an element: started at sign-in, stopped when the element leaves the page, cleared at sign-out.
 * `run` gets the client and a signal; null answers are allowed.
 */
export function createLoad<T>(
  host: LoadHost,
  run: (tuo: TuoDossier, signal: AbortSignal) => Promise<T>,
  options: LoadOptions<T> = {},
): Load<T> {
  let data: T | null = null;
  let error: TuoError | null = null;
  let running: AbortController | null = null;

  const load: Load<T> = {
    get data() {
      return data;
    },
    get pending() {
      return running !== null;
    },
    get error() {
      return error;
    },
    get empty() {
      return data !== null && (options.empty?.(data) ?? false);
    },
    automatic: !options.manual,
    async reload() {
      running?.abort();
      const { tuo } = host;
      if (!tuo) return;
      const mine = running = new AbortController();
      host.requestUpdate();
      try {
        const answer = await run(tuo, mine.signal);
        if (running !== mine) return;
        [data, error] = [answer, null];
      } catch (failure) {
        if (running !== mine) return;
        error = asTuoError(failure);
        host.report(error);
      } finally {
        if (running === mine) {
          running = null;
          host.requestUpdate();
        }
      }
    },
    set(next) {
      running?.abort();
      [data, error, running] = [next, null, null];
      host.requestUpdate();
    },
    fail(failure) {
      load.clear();
      error = asTuoError(failure);
      host.report(error);
      host.requestUpdate();
    },
    stop() {
      running?.abort();
      running = null;
    },
    clear() {
      load.stop();
      [data, error] = [null, null];
      host.requestUpdate();
    },
  };
  host.loads.push(load);
  return load;
}

const STALE = "chunk";

/** True where a part of ours could not be fetched: after a new build only a reload brings the new ones. */
export const isStale = (error: TuoError): boolean => error.message === STALE;

/** What failed as the SDK would say it; anything else is a fault of ours, and goes to the console too. */
export function asTuoError(failure: unknown): TuoError {
  // By name: a page's client may come from another copy of the SDK.
  if (failure instanceof Error && failure.name === "TuoError") return failure as TuoError;
  // In every browser's own words; offline it is the network's fault.
  if (failure instanceof TypeError && /import/i.test(failure.message)) {
    return new TuoError({ code: "network.lost", message: navigator.onLine ? STALE : failure.message });
  }
  reportError(failure);
  return new TuoError({ code: "server.failed", message: String(failure) });
}
