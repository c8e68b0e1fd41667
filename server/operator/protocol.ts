/** What an operator's command and the running server say to each other. */
import { PaperEntry } from "../import/papers.ts";
import * as v from "valibot";

const Text = v.pipe(v.string(), v.maxLength(300));

/** `POST /imports`: begins an import. */
export const Begin = v.strictObject({ clinic: Text, codiceFiscale: Text });
export type Begun = { readonly id: string };

/** `POST /imports/{id}/papers?entry=…`; the body is the PDF. `POST /imports/{id}/instances` takes no note. */
export const Entry = v.pipe(v.string(), v.parseJson(), PaperEntry);

/** `POST /commands`: an admin command by name, with its options. */
export const Command = v.strictObject({
  name: Text,
  // A logo comes in the settings.
  options: v.record(v.string(), v.array(v.pipe(v.string(), v.maxLength(400_000)))),
});
export interface Command {
  readonly name: string;
  readonly options: Readonly<Record<string, readonly string[]>>;
}
export type CommandAnswer = { readonly lines: readonly string[] };

/** An answer of status 422: a sentence for the operator. */
export type Sentence = { readonly sentence: string };
