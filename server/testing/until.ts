/** Waits until it is so: for what goes on by itself. @throws {Error} after twenty seconds. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 20_000;
  while (!await isSo()) {
    if (performance.now() > end) throw new Error("it never came to be");
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
