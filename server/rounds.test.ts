import assert from "node:assert/strict";
import { openRounds } from "./rounds.ts";
import { until } from "./testing/until.ts";

/** Rests end by being woken or stopped alone. */
const forEver = (_: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener("abort", () => resolve());
  });

Deno.test("who is woken during a round goes another, and rests after it", async () => {
  let count = 0;
  const rests: number[] = [];
  const rounds = openRounds({
    async round() {
      await Promise.resolve();
      if (++count === 1) rounds.wake();
      return count;
    },
    sleep(ms, signal) {
      rests.push(ms);
      return forEver(ms, signal);
    },
  });
  await until(() => rests.length === 2);
  assert.deepEqual([count, rests], [2, [1, 2]]);
  rounds.wake();
  await until(() => rests.length === 3);
  await rounds.stop();
  assert.equal(count, 3);
});

Deno.test("stopping waits for the round that runs, tells it so, and no other begins", async () => {
  const done: string[] = [];
  const running = Promise.withResolvers<void>();
  const rounds = openRounds({
    async round(stopped) {
      done.push("begun");
      await running.promise;
      done.push(stopped.aborted ? "told" : "untold");
      return 0;
    },
  });
  await until(() => done.length === 1);
  const stopping = rounds.stop().then(() => done.push("stopped"));
  rounds.wake();
  running.resolve();
  await stopping;
  assert.deepEqual(done, ["begun", "told", "stopped"]);
});
