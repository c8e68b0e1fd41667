import type { IsListed } from "./judgement.ts";
import { foldPassword } from "./rules.ts";

/** Of a list: shorter ones are refused for their length. */
const SHORTEST = 8;

/**
 * Opens a list of passwords that nobody may choose, one a line in UTF-8, of any length: 64 bits of hash are kept
 * of each, sorted, about 8 bytes a line. Compared without case, accents and spaces.
 *
 * @throws {Error} with a sentence when the file cannot be read.
 */
export async function openBlocklist(path: string): Promise<IsListed> {
  const cannotRead = (cause: unknown) => {
    throw new Error(`The list of passwords ${path} cannot be read`, { cause });
  };
  const file = await Deno.open(path).catch(cannotRead);
  const { size } = await file.stat();
  // A line that counts has this many bytes and its end at least; pages that stay empty take no memory.
  const halves = new Uint32Array(2 * Math.ceil((size + 1) / (SHORTEST + 1)));
  let count = 0;
  const add = (line: string) => {
    const text = foldPassword(line);
    if (text.length < SHORTEST) return;
    halves.set(hash(text), 2 * count++);
  };
  let rest = "";
  for await (const piece of file.readable.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + piece).split(/\r?\n/);
    rest = lines.pop() ?? "";
    for (const line of lines) add(line);
  }
  add(rest);
  const sorted = new BigUint64Array(halves.buffer, 0, count).sort();
  return (password) => {
    const [wanted] = new BigUint64Array(hash(foldPassword(password)).buffer);
    return includes(sorted, wanted);
  };
}

/** Two FNV-1a hashes of 32 bits that begin differently: a good password is hit once in 10¹² lists. */
function hash(text: string): Uint32Array<ArrayBuffer> {
  let [one, other] = [0x811c9dc5, 0x5bd1e995];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul((other ^ unit) + (one >>> 7), 0x85ebca6b);
  }
  return Uint32Array.of(one, other);
}

function includes(sorted: BigUint64Array, wanted: bigint): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === wanted;
}
