import { type Clinics, openClinics } from "./clinic/clinics.ts";
import type { Config } from "./config.ts";
import { loadMasterKey } from "./keys/master.ts";
import { removeAddress } from "./operator/address.ts";
import { heldSentence, holdFolder } from "./operator/lock.ts";

/** Another program works on the data folder; the message says so. */
export class HeldFolder extends Error {
  override readonly name = "HeldFolder";
}

/**
 * Opens the data folder, or makes it, and holds it until the clinics are closed or the program ends.
 *
 * @throws {HeldFolder}
 * @throws {Error} with a sentence when it cannot be written.
 */
export async function openData(
  { data: folder, masterKey: given, baseUrl }: Pick<Config, "data" | "masterKey" | "baseUrl">,
  now: () => number,
): Promise<Clinics> {
  const lock = await makeAndHold(folder).catch((cause) => {
    throw new Error(`The data folder ${folder} cannot be written`, { cause });
  });
  if (!lock) throw new HeldFolder(heldSentence(folder));
  try {
    // Of a server that was killed.
    await removeAddress(folder);
    const masterKey = await loadMasterKey(given, `${folder}/master.key`);
    const clinics = await openClinics({ folder, masterKey, baseUrl, now });
    return {
      ...clinics,
      async close() {
        await clinics.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function makeAndHold(folder: string) {
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  const probe = `${folder}/.writable`;
  await Deno.writeTextFile(probe, "");
  await Deno.remove(probe);
  return await holdFolder(folder);
}
