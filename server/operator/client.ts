import type { Assignment, ImportTarget } from "../import/target.ts";
import { type OperatorAddress, readAddress } from "./address.ts";
import { heldSentence } from "./lock.ts";
import type { Begun, Command, CommandAnswer, Sentence } from "./protocol.ts";

/** A running server, as an operator's command reaches it. */
export interface RunningPortal {
  beginImport(assignment: Assignment): Promise<ImportTarget>;
  runCommand(command: Command): Promise<readonly string[]>;
}

/** A server that holds the folder may be just starting: it is asked again for so long. */
const PATIENCE = { tries: 50, milliseconds: 100 };

/**
 * The server that holds a data folder.
 * @throws {Error} with a sentence where none answers: then a task without a door of its own holds the folder.
 */
export async function findServer(folder: string): Promise<RunningPortal> {
  for (let i = 0; i < PATIENCE.tries; i++) {
    const address = await readAddress(folder);
    if (address && await answers(address)) return runningPortal(address);
    await new Promise((resolve) => setTimeout(resolve, PATIENCE.milliseconds));
  }
  throw new Error(heldSentence(folder));
}

/** Without a token it says 401: that it is there. */
const answers = ({ url }: OperatorAddress): Promise<boolean> =>
  fetch(`${url}/`).then(async (response) => {
    await response.body?.cancel();
    return response.status === 401;
  }, () => false);

function runningPortal({ url, token }: OperatorAddress): RunningPortal {
  const post = async <T>(path: string, body: BodyInit): Promise<T> => {
    const headers = { "Authorization": `Bearer ${token}`, "Content-Type": "application/octet-stream" };
    const response = await fetch(url + path, { method: "POST", body, headers }).catch((cause) => {
      throw new Error("The running server went away", { cause });
    });
    if (response.ok) return await response.json();
    const { sentence }: Partial<Sentence> = await response.json().catch(() => ({}));
    throw new Error(sentence ?? `The running server did not take it (${response.status})`);
  };
  return {
    async beginImport({ clinic, codiceFiscale }) {
      const { id } = await post<Begun>("/imports", JSON.stringify({ clinic, codiceFiscale }));
      return {
        instance: (bytes) => post(`/imports/${id}/instances`, bytes),
        paper: (pdf, entry) =>
          post(`/imports/${id}/papers?entry=${encodeURIComponent(JSON.stringify(entry))}`, pdf),
      };
    },
    runCommand: async (command) => (await post<CommandAnswer>("/commands", JSON.stringify(command))).lines,
  };
}
