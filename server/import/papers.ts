import { ConsentEntry, DocumentEntry } from "@tuodossier/sdk/contract";
import * as v from "valibot";
import type { ImportFile, NoFile } from "./file.ts";

const { type, services, protection } = DocumentEntry.entries;

/** What a note does not say it leaves open: a default would undo what an earlier one said. */
const DocumentNote = v.strictObject({
  ...DocumentEntry.entries,
  type: v.optional(type.wrapped),
  services: v.optional(services.wrapped),
  protection: v.optional(protection.wrapped),
});

/** What a clinic says of a PDF, in a file beside it. */
export const PaperEntry = v.variant("kind", [DocumentNote, ConsentEntry]);
export type PaperEntry = v.InferOutput<typeof PaperEntry>;

/** A sidecar is a short note. */
export const SIDECAR_LIMIT = 64 * 1024;

const ENDING = /\.(pdf|json)$/i;
/** `NAME` of `NAME.pdf` and `NAME.json`. */
const stemOf = (path: string): string => path.normalize("NFC").replace(ENDING, "");

/** A note beside a PDF, or in words why it cannot be read. */
export type Note = ImportFile | NoFile;

/** The notes of an import, found by the PDFs they are beside. */
export interface Notes {
  add(note: Note): void;
  /** The notes of `NAME.pdf`; where none has exactly its name, those that differ in capitals only. */
  of(path: string): readonly Note[];
  /** Those that no PDF asked for. */
  unused(): readonly Note[];
}

export function createNotes(): Notes {
  const byStem = new Map<string, Note[]>();
  const used = new Set<Note>();
  return {
    add(note) {
      const stem = stemOf(note.path).toLowerCase();
      byStem.set(stem, [...byStem.get(stem) ?? [], note]);
    },
    of(path) {
      const stem = stemOf(path);
      const alike = byStem.get(stem.toLowerCase()) ?? [];
      const exact = alike.filter((note) => stemOf(note.path) === stem);
      const found = exact.length > 0 ? exact : alike;
      for (const note of found) used.add(note);
      return found;
    },
    unused: () => [...byStem.values()].flat().filter((note) => !used.has(note)),
  };
}

/** The entry of a sidecar, or in words what is wrong with it. */
export function readSidecar(bytes: Uint8Array): PaperEntry | string {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return "The JSON beside it is none.";
  }
  const result = v.safeParse(PaperEntry, json);
  if (result.success) return result.output;
  const fields = result.issues.slice(0, 5).map(({ path }) =>
    path?.map(({ key }) => String(key)).join("/") ?? ""
  );
  return `The JSON beside it does not have the expected form: see ${
    fields.filter(Boolean).join(", ") || "kind"
  }.`;
}
