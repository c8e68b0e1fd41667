/**
 * A stream whose first piece is read before it is given away: what fails there can still be told, and
 * cancelling ends the source even when nobody has read yet (a generator that never started would not run
 * its `finally`). An aborted signal ends both at once, read or not.
 */
export async function primed<T>(source: AsyncGenerator<T>, signal?: AbortSignal): Promise<ReadableStream<T>> {
  const first = await source.next();
  if (signal?.aborted) await source.return(undefined);
  signal?.throwIfAborted();
  return new ReadableStream<T>({
    start(controller) {
      signal?.addEventListener("abort", () => {
        controller.error(signal.reason);
        source.return(undefined).catch(() => {});
      }, { once: true });
      if (first.done) controller.close();
      else controller.enqueue(first.value);
    },
    async pull(controller) {
      const { done, value } = await source.next();
      if (signal?.aborted) return;
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await source.return(undefined);
    },
  }, { highWaterMark: 0 });
}
