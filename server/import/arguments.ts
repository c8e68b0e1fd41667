import { parseArgs } from "node:util";

export interface ImportArguments {
  readonly data: string;
  readonly clinic: string;
  readonly codiceFiscale: string;
  readonly paths: readonly string[];
}

export const USAGE = "deno task import --data DIR --clinic KEY-or-name --patient CF PATH…";

const OPTION = { type: "string", multiple: true } as const;

/** @throws {TypeError} with a sentence where they cannot be meant. */
export function readArguments(args: readonly string[]): ImportArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { data: OPTION, clinic: OPTION, patient: OPTION },
    allowPositionals: true,
  });
  const required = (name: keyof typeof values): string => {
    const [value, ...more] = values[name] ?? [];
    // Node takes the last of several: files of one patient would go to another.
    if (more.length > 0) throw new TypeError(`--${name} is given several times`);
    if (!value) throw new TypeError(`--${name} is missing`);
    return value;
  };
  const found = { data: required("data"), clinic: required("clinic"), codiceFiscale: required("patient") };
  if (positionals.length === 0) throw new TypeError("Which files? No path is given");
  return { ...found, paths: positionals };
}
