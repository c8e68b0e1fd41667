import { parseArgs } from "node:util";

export interface DemoOptions {
  /** Port of the clinic's site. */
  readonly port: number;
  readonly data: string;
}

/** @throws {Error} with a sentence for what cannot be understood. */
export function readOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: "string", default: "8000" }, data: { type: "string" } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error("--port takes a number from 0 to 65535");
  }
  return { port, data: values.data ?? new URL("../../.demo", import.meta.url).pathname };
}
