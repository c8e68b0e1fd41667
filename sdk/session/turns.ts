let turn: Promise<unknown> = Promise.resolve();

/** One at a time over all tabs; in browsers without locks (Safari before 15.4) at least on this page. */
export function exclusively<T>(name: string, act: () => Promise<T>): Promise<T> {
  if (navigator.locks) return navigator.locks.request(name, act) as Promise<T>;
  const mine = turn.then(act, act);
  turn = mine;
  return mine;
}

/** Waits for `work`, which others may wait for too: who aborts stops waiting, the work goes on. */
export function unlessAborted<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort);
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
