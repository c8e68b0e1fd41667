/** Which part of a file a request wants (RFC 9110 §13, §14). */

/** `end` is not included. */
export type Wanted =
  | { readonly kind: "whole" }
  | { readonly kind: "part"; readonly start: number; readonly end: number }
  | { readonly kind: "outside" };

export interface RangeHeaders {
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
}

const WHOLE: Wanted = { kind: "whole" };

/**
 * The stretch of a file of `bytes` under the strong tag `etag`. What is no single byte range asks for the
 * whole, as does an If-Range that is not exactly our tag.
 */
export function wantedPart({ range, ifRange }: RangeHeaders, etag: string, bytes: number): Wanted {
  const match = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(range ?? "");
  if (!match || (match[1] === "" && match[2] === "")) return WHOLE;
  if (ifRange !== undefined && ifRange !== etag) return WHOLE;
  const [first, last] = match.slice(1).map((digits) => digits === "" ? null : Number(digits));
  if (first === null) {
    const length = Math.min(last ?? 0, bytes);
    return length > 0 ? { kind: "part", start: bytes - length, end: bytes } : { kind: "outside" };
  }
  if (last !== null && last < first) return WHOLE;
  if (first >= bytes) return { kind: "outside" };
  return { kind: "part", start: first, end: Math.min(last ?? Infinity, bytes - 1) + 1 };
}
