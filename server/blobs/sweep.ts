import { HOUR } from "../clock.ts";

/** A sweep that runs behind everything else. */
export interface Sweep {
  /** Ends it soon, and answers when it has ended. */
  stop(): Promise<void>;
  readonly done: Promise<void>;
}

/** Files looked at in one sweep: a large store is swept over several openings. */
const MOST = 100_000;
const AT_ONCE = 1000;
/** An id and what stands behind it; what is called otherwise is not ours to remove. */
const NAME = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}(\.part)?$/;

/**
 * Removes what a killed program left: half files at once, and files that no row knows an hour after they were
 * made (a file is written before its row). Ages are read from the ids, which begin with their time. What is
 * newer than every row stays: a database put back from a copy does not know the files that came after it.
 *
 * @param facts `known`: those of these ids that have a row; `newest`: the last id that has one.
 */
export function sweepBlobs(
  facts: {
    folder: string;
    known(ids: readonly string[]): Promise<ReadonlySet<string>>;
    newest(): Promise<string | undefined>;
    now: number;
  },
): Sweep {
  let stopped = false;
  // A sweep that fails is done by the next opening.
  const done = sweep({ ...facts, goesOn: () => !stopped }).catch(() => {});
  return {
    done,
    async stop() {
      stopped = true;
      await done;
    },
  };
}

async function sweep(
  facts: Parameters<typeof sweepBlobs>[0] & { goesOn(): boolean },
): Promise<void> {
  const { folder, known, now, goesOn } = facts;
  const newest = await facts.newest() ?? "";
  let seen = 0;
  for (const name of await shuffledFolders(folder)) {
    let old: string[] = [];
    const settle = async () => {
      const there = await known(old);
      for (const id of old) if (!there.has(id) && goesOn()) await remove(`${folder}/${name}/${id}`);
      old = [];
    };
    for await (const entry of Deno.readDir(`${folder}/${name}`)) {
      if (!goesOn() || ++seen > MOST) return;
      const [, high, low, half] = NAME.exec(entry.name) ?? [];
      if (!entry.isFile || high === undefined) continue;
      const madeAt = parseInt(high + low, 16);
      if (half && madeAt < now) await remove(`${folder}/${name}/${entry.name}`);
      else if (!half && madeAt < now - HOUR && entry.name < newest) old.push(entry.name);
      if (old.length >= AT_ONCE) await settle();
    }
    if (old.length > 0 && goesOn()) await settle();
  }
}

const remove = (path: string) => Deno.remove(path).catch(() => {});

/** In another order every time, so that all get their turn. */
async function shuffledFolders(folder: string): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const { name, isDirectory } of Deno.readDir(folder)) if (isDirectory) names.push(name);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return names.map((name) => ({ name, place: Math.random() })).sort((a, b) => a.place - b.place)
    .map(({ name }) => name);
}
