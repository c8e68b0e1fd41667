/** One program at a time works on a data folder: a hash chain that two append to would fork. */

export interface FolderLock {
  release(): void;
}

/**
 * Holds the folder until it is released or the program ends, however it ends; null while another holds it.
 * The file stays: a lock on a removed file would be no lock.
 */
export async function holdFolder(folder: string): Promise<FolderLock | null> {
  const file = await Deno.open(`${folder}/lock`, { create: true, write: true, mode: 0o600 });
  if (await file.tryLock(true)) return { release: () => file.close() };
  file.close();
  return null;
}

/** What a program says that finds the folder held. */
export const heldSentence = (folder: string): string =>
  `Another server or task is working on the data folder ${folder}: stop it, or wait until it is done`;
