import { decodeHex } from "./oslo.ts";
import { hexOf, newKey } from "./derive.ts";

/**
 * The key that wraps every other: from the environment, or from a file in the data folder that is made at the
 * first start, readable by its owner alone. Who loses it loses the data.
 *
 * @throws {Error} with a sentence, when what is given is not 64 hex digits.
 */
export async function loadMasterKey(given: string | null, path: string): Promise<Uint8Array<ArrayBuffer>> {
  const text = given ?? await Deno.readTextFile(path).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  });
  if (text !== null) {
    if (!/^[0-9a-f]{64}\s*$/i.test(text)) throw new Error("The master key has to be 64 hex digits");
    return new Uint8Array(decodeHex(text.trim()));
  }
  const key = newKey();
  await Deno.writeTextFile(path, hexOf(key) + "\n", { mode: 0o600, createNew: true });
  return key;
}
