/** A command's shape: what it takes, and what it does. */
import * as v from "valibot";
import type { Clinics } from "../clinic/clinics.ts";

/** Values as given, by option; positional ones under `positionals`. */
export type Given = Readonly<Record<string, readonly string[]>>;

export interface AdminCommand {
  /** What follows the name. */
  readonly usage: string;
  /** It may be a portal's first: every other command is refused where there is none. */
  readonly mayMake: boolean;
  /** What the program does where it was called, not at the server: files are read and written there. */
  readonly called: Called;
  /** @throws {UsageError} where what is given is not what it takes. */
  read(given: Given): (clinics: Clinics) => Promise<string[]>;
}

export interface Called {
  /** Makes of what was given what is sent. */
  readonly before?: (given: Given) => Promise<Given>;
  /** Makes of the answer the lines to print. */
  readonly after?: (given: Given, answer: readonly string[]) => Promise<readonly string[]>;
}

/** What was given cannot be meant: a sentence that names the option. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

type Schema = v.StrictObjectSchema<v.ObjectEntries, undefined>;

/**
 * A command whose options are the members of `options`: lists take an option several times; positional
 * values come as `positionals`.
 */
export function command<S extends Schema>(facts: {
  readonly usage: string;
  readonly mayMake?: boolean;
  readonly called?: Called;
  readonly options: S;
  run(clinics: Clinics, options: v.InferOutput<S>): Promise<string[]>;
}): AdminCommand {
  const isList = (name: string) => facts.options.entries[name]?.type === "array";
  return {
    usage: facts.usage,
    mayMake: facts.mayMake ?? false,
    called: facts.called ?? {},
    read(given) {
      const values: Record<string, unknown> = {};
      for (const [name, list] of Object.entries(given)) {
        if (list.length > 1 && !isList(name)) throw new UsageError(`${labelOf(name)} is given several times`);
        if (list.length > 0) values[name] = isList(name) ? list : list[0];
      }
      const result = v.safeParse(facts.options, values);
      if (result.success) return (clinics) => facts.run(clinics, result.output);
      const [issue] = result.issues;
      const label = labelOf(String(issue.path?.[0].key ?? ""));
      throw new UsageError(issue.received === "undefined" ? `${label} is missing` : `${label} is not usable`);
    },
  };
}

const labelOf = (name: string): string => name === "positionals" ? "What follows the command" : `--${name}`;
