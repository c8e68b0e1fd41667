/** Lets one act run at a time, in the order of asking. */
export interface Mutex {
  /** Waits for the turn; the answer ends it. */
  acquire(): Promise<() => void>;
}

export function createMutex(): Mutex {
  let last: Promise<void> = Promise.resolve();
  return {
    async acquire() {
      const { promise, resolve } = Promise.withResolvers<void>();
      const turn = last;
      last = promise;
      await turn;
      return resolve;
    },
  };
}
