/** Running other people's programs in tests. */

/** Whether a program starts at all. */
export function found(program: string, ...args: string[]): boolean {
  try {
    return new Deno.Command(program, { args, stdout: "null", stderr: "null" }).outputSync().success;
  } catch {
    return false;
  }
}

/** Runs a program and returns all it wrote; throws that where the exit code is not accepted. */
export async function run(
  program: string,
  args: string[],
  accepted: readonly number[] = [0],
): Promise<string> {
  const output = await new Deno.Command(program, { args, stdout: "piped", stderr: "piped" }).output();
  const text = new TextDecoder().decode(output.stdout) + new TextDecoder().decode(output.stderr);
  if (!accepted.includes(output.code)) throw new Error(`${program} ended with ${output.code}: ${text}`);
  return text;
}

/** A folder that is gone after `use`. */
export async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "tuo-archive-" });
  try {
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/**
 * Numbers from 0 (included) to 1 (excluded), the same for the same seed (a linear congruential generator).
 */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}
