import { type Clinics, openClinics } from "./clinic/clinics.ts";
import type { Config } from "./config.ts";
import type { Log } from "./log.ts";
import type { Gateways } from "./messages/post.ts";
import { loadMasterKey } from "./keys/master.ts";
import { removeAddress } from "./operator/address.ts";
import { heldSentence, holdFolder } from "./operator/lock.ts";

/** Another program works on the data folder; the message says so. */
export class HeldFolder extends Error {
  override readonly name = "HeldFolder";
}

/**
 * Opens the data folder, and holds it until the clinics are closed or the program ends. Where there is no
 * portal's data it makes some, unless `mayMake` is false: a command that was pointed elsewhere must not.
 *
 * @throws {HeldFolder}
 * @throws {Error} with a sentence when it cannot be written, has no data, or was sealed with another key.
 */
export async function openData(
  facts: Pick<Config, "data" | "masterKey" | "baseUrl"> & {
    readonly mayMake?: boolean;
    /** Without them messages stay in the clinics' databases. */
    readonly gateways?: Gateways;
    readonly log?: Log;
  },
  now: () => number,
): Promise<Clinics> {
  const { data: folder, masterKey: given, baseUrl, mayMake = true, gateways, log } = facts;
  if (!mayMake && !await hasRegistry(folder)) {
    throw new Error(
      `There is no portal in the data folder ${folder}: name another, or make one with "clinic add"`,
    );
  }
  const lock = await makeAndHold(folder).catch((cause) => {
    throw new Error(`The data folder ${folder} cannot be written`, { cause });
  });
  if (!lock) throw new HeldFolder(heldSentence(folder));
  try {
    // Of a server that was killed.
    await removeAddress(folder);
    const masterKey = await loadMasterKey({
      given,
      path: `${folder}/master.key`,
      mayMake: !await hasRegistry(folder),
    });
    const clinics = await openClinics({ folder, masterKey, baseUrl, now, gateways, log });
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

/** True also where it cannot be told: what may be there must not be sealed anew. */
const hasRegistry = (folder: string): Promise<boolean> =>
  Deno.stat(`${folder}/registry.db`).then(
    () => true,
    (error) => !(error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory),
  );

async function makeAndHold(folder: string) {
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  const probe = `${folder}/.writable`;
  await Deno.writeTextFile(probe, "");
  await Deno.remove(probe);
  return await holdFolder(folder);
}
