/** Where a running server lets an operator in: a file that only its owner reads. */
export interface OperatorAddress {
  /** Origin on the loopback interface. */
  readonly url: string;
  /** 256 random bits, new at every start. */
  readonly token: string;
}

const pathOf = (folder: string) => `${folder}/server.json`;

export async function writeAddress(folder: string, address: OperatorAddress): Promise<void> {
  const path = pathOf(folder);
  await Deno.remove(`${path}.part`).catch(() => {});
  await Deno.writeTextFile(`${path}.part`, JSON.stringify(address), { mode: 0o600, createNew: true });
  await Deno.rename(`${path}.part`, path);
}

/** Null where no server says where it is. */
export async function readAddress(folder: string): Promise<OperatorAddress | null> {
  try {
    return JSON.parse(await Deno.readTextFile(pathOf(folder)));
  } catch {
    return null;
  }
}

export const removeAddress = (folder: string): Promise<void> => Deno.remove(pathOf(folder)).catch(() => {});
