import type * as contract from "@tuodossier/sdk/contract";
import type { ProblemCode } from "@tuodossier/sdk/contract";

/** The contract's schemas by name. */
export type SchemaName = {
  [Name in keyof typeof contract]: (typeof contract)[Name] extends { readonly kind: "schema" } ? Name : never;
}[keyof typeof contract];

/**
 * Who may call: anybody; the portal's own pages; the bearer of a session with the proof of its key; the key
 * alone (it has no session yet); a clinic's system; whoever holds a download's ticket.
 */
export type Caller = "anybody" | "portal" | "session" | "session-if-any" | "key" | "client" | "ticket";

/** One operation of the API. Its path is from `/v1/`, below `/t/{key}`. */
export interface Operation {
  readonly method: "get" | "post" | "put" | "delete";
  readonly path: string;
  readonly summary: string;
  readonly caller: Caller;
  readonly query?: SchemaName;
  readonly body?: SchemaName;
  /** There may be no body at all. */
  readonly bodyMayLack?: boolean;
  /** The body may come as a form too (RFC 6749). */
  readonly form?: boolean;
  readonly headers?: readonly ("If-Match" | "Range" | "If-Range")[];
  /** What comes back: the schema of a JSON body, or a media type; null for no body. */
  readonly answer: {
    readonly status: number;
    readonly schema?: SchemaName;
    readonly list?: boolean;
    /** There may be nothing to say: 204. */
    readonly mayLack?: boolean;
    readonly mediaType?: string;
  };
  /** Beyond those that every operation of its kind has. */
  readonly problems?: readonly ProblemCode[];
}
