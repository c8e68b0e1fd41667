/** Work that goes on by itself, a round after the other. */

/** Waits so many milliseconds, or until the signal; a port, so that tests need no waiting. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

export const sleep: Sleep = (ms, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
    signal.addEventListener("abort", done);
  });

export interface Rounds {
  /** Begins the next round now; one that is asked for during a round follows it. */
  wake(): void;
  /** Aborted when they are stopped. */
  readonly stopped: AbortSignal;
  /** Ends them; the round that runs is waited for. */
  stop(): Promise<void>;
}

/** @param facts.round Never throws; answers for how many milliseconds there is nothing to do. */
export function openRounds(
  facts: { round: (stopped: AbortSignal) => Promise<number>; sleep?: Sleep },
): Rounds {
  const { round, sleep: wait = sleep } = facts;
  const stopping = new AbortController();
  const stopped = stopping.signal;
  let awake = new AbortController();
  const walk = async () => {
    while (!stopped.aborted) {
      // Before the round: who wakes it meanwhile is not missed.
      awake = new AbortController();
      const rest = await round(stopped);
      await wait(rest, AbortSignal.any([awake.signal, stopped]));
    }
  };
  const walking = walk();
  return {
    wake: () => awake.abort(),
    stopped,
    async stop() {
      stopping.abort();
      await walking;
    },
  };
}
