import { hash, verify } from "@node-rs/argon2";
import { Problem } from "../../http/problem.ts";

/** OWASP's first choice for Argon2id: 46 MiB, one pass, one lane. */
const PARAMETERS = { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1, outputLen: 32 };
const AT_ONCE = 8;
const QUEUED = 64;

/** Unicode has several spellings of the same letters: one is hashed. */
const normalize = (password: string): string => password.normalize("NFKC");

export const samePassword = (one: string, other: string): boolean => normalize(one) === normalize(other);

/** Verified in place of a hash that does not exist, so that unknown users cost the same. */
const DUMMY = hash("no account has this password", PARAMETERS);

let running = 0;
const waiting: (() => void)[] = [];

/** @throws {Problem} `server.busy` when 64 others wait already. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= QUEUED) throw new Problem("server.busy", { retryAfter: 5 });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running++;
  try {
    return await work();
  } finally {
    // The place goes to who waits, without being free in between.
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(normalize(password), PARAMETERS));

const CURRENT =
  `$argon2id$v=19$m=${PARAMETERS.memoryCost},t=${PARAMETERS.timeCost},p=${PARAMETERS.parallelism}$`;

/** Whether a hash was made with other parameters than today's. */
export const isOutdated = (stored: string): boolean => !stored.startsWith(CURRENT);

/** Exactly one Argon2id verification, whether or not there is a hash. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? await DUMMY;
  const right = await inTurn(() => verify(against, normalize(password)));
  return right && stored !== null;
}
