import { type Config, readConfig } from "../config.ts";
import { throughDoor } from "../operator/door.ts";
import { readArguments, USAGE } from "./arguments.ts";
import { type Console, createProgress } from "./progress.ts";
import { type Counts, importFiles } from "./run.ts";
import { assignedTarget } from "./target.ts";
import { walk } from "./walk.ts";

/** What a command is given, and where it speaks. */
export interface Surroundings {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly out: (line: string) => void;
  readonly err: Console;
  readonly now: () => number;
}

/** `deno task import`. Answers the exit code: 0 when the run finished, 1 when it could not, 2 for its usage. */
export async function importCommand({ args, environment, out, err, now }: Surroundings): Promise<number> {
  let given: ReturnType<typeof readArguments>;
  try {
    given = readArguments(args);
  } catch (error) {
    err.write(`${sentenceOf(error)}\nusage: ${USAGE}\n`);
    return 2;
  }
  const { data, paths } = given;
  const progress = createProgress(err, now);
  try {
    await requireThere(data, (path) => `There is no data folder ${path}`);
    for (const path of paths) await requireThere(path, (missing) => `There is no file or folder ${missing}`);
    const config: Config = readConfig({ ...environment, TUO_DATA: data });
    const counts = await throughDoor({ ...config, mayMake: false }, async (door) => {
      const target = door.kind === "local"
        ? await assignedTarget(door.clinics, given)
        : await door.server.beginImport(given);
      return await importFiles(target, walk(paths), progress.tell);
    });
    progress.end();
    out(lastLine(counts));
    return 0;
  } catch (error) {
    err.write(`${sentenceOf(error)}\n`);
    return 1;
  }
}

const lastLine = ({ imported, alreadyThere, skipped, refused }: Counts): string =>
  `imported ${imported}, already there ${alreadyThere}, skipped ${skipped}, refused ${refused}`;

async function requireThere(path: string, sentence: (path: string) => string): Promise<void> {
  await Deno.stat(path).catch((cause) => {
    throw new Error(cause instanceof Deno.errors.NotFound ? sentence(path) : `${path} cannot be read`, {
      cause,
    });
  });
}

const sentenceOf = (error: unknown): string => error instanceof Error ? error.message : String(error);
