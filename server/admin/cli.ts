import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { throughDoor } from "../operator/door.ts";
import { type Given, UsageError } from "./command.ts";
import { commandNamed, runCommand, USAGE } from "./commands.ts";

export interface Surroundings {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** `deno task admin`. Answers the exit code: 0, 1 when it could not, 2 for its usage. */
export async function adminCommand({ args, environment, out, err }: Surroundings): Promise<number> {
  try {
    const { name, data, options: given } = readArguments(args);
    const command = commandNamed(name);
    command.read(given);
    const { before, after } = command.called;
    const options = before ? await before(given) : given;
    const config = readConfig({ ...environment, ...data ? { TUO_DATA: data } : {} });
    const answer = await throughDoor(
      { ...config, mayMake: command.mayMake },
      (door) =>
        door.kind === "local"
          ? runCommand(door.clinics, { name, options })
          : door.server.runCommand({ name, options }),
    );
    for (const line of after ? await after(given, answer) : answer) out(line);
    return 0;
  } catch (error) {
    err(error instanceof Error ? error.message : String(error));
    if (!(error instanceof UsageError)) return 1;
    err(`usage:\n${USAGE}`);
    return 2;
  }
}

/** Every option any command takes: what a command does not take it refuses itself. */
const OPTIONS = [
  "data",
  "name",
  "origin",
  "phone",
  "hours",
  "help-url",
  "support-email",
  "clinic",
  "cf",
  "given",
  "family",
  "born",
  "sex",
  "email",
  "number",
  "to",
  "available",
  "exam",
  "out",
  "json",
  "logo",
];

/** Options without a value: `true` where they are given. */
const FLAGS = ["adhesion", "remove-authenticator"];

function single(data: readonly string[] | undefined): string | undefined {
  if (data && data.length > 1) throw new UsageError("--data is given several times");
  return data?.[0];
}

function readArguments(args: readonly string[]): { name: string; data: string | undefined; options: Given } {
  try {
    const { values, positionals: [room = "", act = "", ...positionals] } = parseArgs({
      args: [...args],
      options: Object.fromEntries([
        ...OPTIONS.map((name) => [name, { type: "string", multiple: true }] as const),
        ...FLAGS.map((name) => [name, { type: "boolean", multiple: true }] as const),
      ]),
      allowPositionals: true,
    });
    const { data, ...options }: Record<string, string[]> = Object.fromEntries(
      Object.entries(values).map(([name, list]) => [name, (list as (string | boolean)[]).map(String)]),
    );
    const rest: Given = positionals.length > 0 ? { positionals } : {};
    return { name: `${room} ${act}`.trim(), data: single(data), options: { ...options, ...rest } };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : "These arguments cannot be read");
  }
}
