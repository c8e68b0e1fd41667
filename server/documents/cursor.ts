import type { DocumentSort } from "@tuodossier/sdk/contract";
import * as v from "valibot";

/** A place in a list: between the row it names and the next one in its direction. */
export interface Cursor {
  readonly sort: DocumentSort;
  readonly toward: "next" | "previous";
  /** What the row is sorted by, and its id. */
  readonly value: string;
  readonly id: string;
}

const Form = v.strictTuple([
  v.picklist(["date", "type", "facility", "services"]),
  v.picklist(["next", "previous"]),
  v.string(),
  v.pipe(v.string(), v.uuid()),
]);

/** Opaque to clients: base64url of its members in JSON. */
export function encodeCursor({ sort, toward, value, id }: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([sort, toward, value, id]));
  return bytes.toBase64({ alphabet: "base64url", omitPadding: true });
}

/** Null for what {@link encodeCursor} cannot have made. */
export function decodeCursor(text: string): Cursor | null {
  try {
    const bytes = Uint8Array.fromBase64(text, { alphabet: "base64url" });
    const form = v.safeParse(Form, JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
    if (!form.success) return null;
    const [sort, toward, value, id] = form.output;
    return { sort, toward, value, id };
  } catch {
    return null;
  }
}
