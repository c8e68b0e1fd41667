import { ConsentEntry, DocumentEntry } from "@tuodossier/sdk/contract";
import * as v from "valibot";

/** What a clinic says of a PDF, in a file beside it. */
export const PaperEntry = v.variant("kind", [DocumentEntry, ConsentEntry]);
export type PaperEntry = v.InferOutput<typeof PaperEntry>;

/** A sidecar is a short note. */
export const SIDECAR_LIMIT = 64 * 1024;

/** `NAME` of `NAME.pdf` and `NAME.json`. */
export const stemOf = (path: string): string => path.replace(/\.(pdf|json)$/i, "");

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
