/**
 * A stream whose first piece is read before it is given away: what fails there can still be told, and
 * cancelling ends the source even when nobody has read yet (a generator that never started would not run
 * its `finally`).
 */
export async function primed<T>(source: AsyncGenerator<T>): Promise<ReadableStream<T>> {
  const first = await source.next();
  return new ReadableStream<T>({
    start(controller) {
      if (first.done) controller.close();
      else controller.enqueue(first.value);
    },
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await source.return(undefined);
    },
  }, { highWaterMark: 0 });
}
