import { startDemo } from "../demo.ts";
import { type Result, result, timed } from "./result.ts";

/** Seconds from `demo` with an empty data folder to `ready`, and with one that is filled. */
export async function benchDemo(): Promise<Result[]> {
  const data = await Deno.makeTempDir({ prefix: "tuo-bench-" });
  const run = () => timed(async () => void await (await startDemo({ data }))[Symbol.asyncDispose]());
  const cold = await run();
  const warm = await run();
  await Deno.remove(data, { recursive: true });
  return [
    result("demo.cold", { value: cold / 1000, unit: "s", peer: warm / 1000 }),
    result("demo.warm", { value: warm / 1000, unit: "s" }),
  ];
}
