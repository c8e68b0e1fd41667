/** Several files on their way at once: while one waits for the disk, others are read and sealed. */
export interface Lanes {
  /** Begins `act` as soon as there is room for its bytes. @throws what an earlier act threw. */
  begin(bytes: number, act: () => Promise<void>): Promise<void>;
  /** Waits for all that was begun. @throws what one of them threw. */
  finish(): Promise<void>;
}

export function createLanes({ most, bytes: mostBytes }: { most: number; bytes: number }): Lanes {
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let held = 0;

  const rethrow = () => {
    if (failures.length > 0) throw failures[0];
  };
  return {
    async begin(bytes, act) {
      // One that is larger than all lanes together goes alone.
      while (running.size >= most || (running.size > 0 && held + bytes > mostBytes)) {
        await Promise.race(running);
      }
      rethrow();
      held += bytes;
      const lane = act().catch((error) => void failures.push(error)).finally(() => {
        held -= bytes;
        running.delete(lane);
      });
      running.add(lane);
    },
    async finish() {
      await Promise.all(running);
      rethrow();
    },
  };
}
