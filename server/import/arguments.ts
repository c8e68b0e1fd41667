import { parseArgs } from "node:util";

export interface ImportArguments {
  readonly data: string;
  readonly clinic: string;
  readonly codiceFiscale: string;
  readonly paths: readonly string[];
}

export const USAGE = "deno task import --data DIR --clinic KEY-or-name --patient CF PATH…";

/** @throws {TypeError} with a sentence where they cannot be meant. */
export function readArguments(args: readonly string[]): ImportArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { data: { type: "string" }, clinic: { type: "string" }, patient: { type: "string" } },
    allowPositionals: true,
  });
  const required = (name: keyof typeof values): string => {
    const value = values[name];
    if (!value) throw new TypeError(`--${name} is missing`);
    return value;
  };
  const found = { data: required("data"), clinic: required("clinic"), codiceFiscale: required("patient") };
  if (positionals.length === 0) throw new TypeError("Which files? No path is given");
  return { ...found, paths: positionals };
}
