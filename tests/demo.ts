/** A demo of its own for a test: free port, empty folder, stopped and removed at the end. */
import type { DemoState } from "../examples/demo/state.ts";

export interface RunningDemo {
  /** The clinic's site. */
  readonly origin: string;
  /** Everything it printed until it was ready. */
  readonly printed: string;
  readonly data: string;
  state(): Promise<DemoState>;
  /** The last SMS code that came to a telephone. */
  codeFor(phone: string): Promise<string>;
  resetAttempts(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const root = new URL("../", import.meta.url).pathname;

export async function startDemo(options: { data?: string } = {}): Promise<RunningDemo> {
  const data = options.data ?? await Deno.makeTempDir({ prefix: "tuo-demo-" });
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "examples/demo/main.ts", "--port", "0", "--data", data],
    cwd: root,
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const lines = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let printed = "";
  while (!/^ready (\S+)\n.*\n/m.test(printed)) {
    const { value, done } = await lines.read();
    if (done) throw new Error(`The demo ended before it was ready:\n${printed}`);
    printed += value;
  }
  const origin = /^ready (\S+)$/m.exec(printed)![1];
  const state = async () => await (await fetch(`${origin}/demo/state.json`)).json() as DemoState;
  return {
    origin,
    printed,
    data,
    state,
    async codeFor(phone) {
      const { outbox } = await state();
      const codes = outbox.filter(({ to }) => to === phone).map(({ text }) => /\b(\d{6})\b/.exec(text)?.[1]);
      const code = codes.findLast((each) => each !== undefined);
      if (!code) throw new Error("No code came");
      return code;
    },
    async resetAttempts() {
      await fetch(`${origin}/demo/reset-attempts`, { method: "POST" });
    },
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await lines.cancel();
      await child.status;
      if (!options.data) await Deno.remove(data, { recursive: true });
    },
  };
}
