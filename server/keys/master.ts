import { decodeHex } from "./oslo.ts";
import { hexOf, newKey } from "./derive.ts";

/**
 * The key that wraps every other: from the environment, or from a file in the data folder that is made at the
 * first start, readable by its owner alone. Who loses it loses the data. The caller holds the folder.
 *
 * @param facts `given`: from the environment; `mayMake`: nothing is sealed yet, so that a new key is right.
 * @throws {Error} with a sentence, when what is given is not 64 hex digits, or the key is missing.
 */
export async function loadMasterKey(
  facts: { given: string | null; path: string; mayMake: boolean },
): Promise<Uint8Array<ArrayBuffer>> {
  const { given, path, mayMake } = facts;
  const text = given ?? await Deno.readTextFile(path).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return null;
    throw new Error(`The master key ${path} cannot be read`, { cause: error });
  });
  if (text !== null) return keyOf(text, given === null ? path : null);
  if (!mayMake) {
    throw new Error(
      `The master key of these data is missing: put ${path} back, or give the key in TUO_MASTER_KEY`,
    );
  }
  const key = newKey();
  await writeOnce(path, hexOf(key) + "\n");
  return key;
}

function keyOf(text: string, path: string | null): Uint8Array<ArrayBuffer> {
  if (path !== null && text.trim() === "") {
    throw new Error(
      `The master key ${path} is empty: put your copy of it there; if no data exist yet, remove it`,
    );
  }
  if (!/^[0-9a-f]{64}\s*$/i.test(text)) throw new Error("The master key has to be 64 hex digits");
  return new Uint8Array(decodeHex(text.trim()));
}

/** The name appears with the whole key behind it, or not at all; a key that is there is never written over. */
async function writeOnce(path: string, text: string): Promise<void> {
  const temporary = `${path}.part`;
  // Of a start that was killed.
  await Deno.remove(temporary).catch(() => {});
  try {
    {
      using file = await Deno.open(temporary, { write: true, createNew: true, mode: 0o600 });
      const bytes = new TextEncoder().encode(text);
      for (let at = 0; at < bytes.length;) at += await file.write(bytes.subarray(at));
      await file.sync();
    }
    await Deno.link(temporary, path);
  } finally {
    await Deno.remove(temporary).catch(() => {});
  }
}
