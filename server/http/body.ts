import * as v from "valibot";
import type { Context } from "hono";
import { Problem } from "./problem.ts";

const JSON_LIMIT = 64 * 1024;
/** Milliseconds until a body has to be here. */
const PATIENCE = 15_000;

/**
 * The request's JSON body in the contract's form.
 *
 * @throws {Problem} 415 for another media type, 413 over 64 KiB counted on the stream, 400 with pointers to
 * what is wrong (never the values), also for duplicate keys, 408 for one that takes too long.
 */
export async function jsonBody<S extends v.GenericSchema>(c: Context, schema: S): Promise<v.InferOutput<S>> {
  if (!/^application\/json\b/i.test(c.req.header("Content-Type") ?? "")) {
    throw new Problem("request.media-type");
  }
  const text = new TextDecoder("utf-8", { fatal: true });
  let json: unknown;
  try {
    const bytes = await readBody(c.req.raw, { limit: JSON_LIMIT });
    const source = text.decode(bytes);
    json = JSON.parse(source);
    if (hasDuplicateKeys(source)) throw new Problem("request.invalid", { reason: "duplicate-key" });
  } catch (error) {
    throw error instanceof Problem ? error : new Problem("request.invalid", { reason: "not-json" });
  }
  return checked(schema, json);
}

/**
 * A form's fields (`application/x-www-form-urlencoded`) in the contract's form; a name given twice is
 * refused.
 */
export async function formBody<S extends v.GenericSchema>(c: Context, schema: S): Promise<v.InferOutput<S>> {
  const bytes = await readBody(c.req.raw, { limit: JSON_LIMIT });
  return checked(schema, uniqueFields(new URLSearchParams(new TextDecoder().decode(bytes))));
}

/** The query string in the contract's form; a name given twice is refused. */
export function query<S extends v.GenericSchema>(c: Context, schema: S): v.InferOutput<S> {
  return checked(schema, uniqueFields(new URL(c.req.url).searchParams));
}

function uniqueFields(fields: URLSearchParams): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of fields) {
    if (Object.hasOwn(values, name)) throw new Problem("request.invalid", { reason: "duplicate-key" });
    Object.defineProperty(values, name, { value, enumerable: true });
  }
  return values;
}

export function checked<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const pointers = result.issues.slice(0, 20).map((issue) => pointerOf(issue.path ?? []));
  throw new Problem("request.invalid", { pointers });
}

/** Reads a body, counting bytes as they come: Content-Length is only what the sender says. */
export async function readBody(
  request: Request,
  { limit, patience = PATIENCE }: { limit: number; patience?: number },
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("Content-Length") ?? 0) > limit) throw new Problem("request.too-large");
  const reader = request.body?.getReader();
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Problem("request.timeout")), patience);
  const pieces: Uint8Array[] = [];
  let count = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader?.read() ?? END, late.promise]);
      if (done) break;
      count += value.length;
      if (count > limit) throw new Problem("request.too-large");
      pieces.push(value);
    }
  } catch (error) {
    reader?.cancel().catch(() => {});
    throw error;
  } finally {
    clearTimeout(timer);
  }
  const bytes = new Uint8Array(count);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

const END = { done: true, value: undefined } as const;

/** RFC 6901, of keys that our schemas know; unknown ones are the sender's words and stay out. */
const pointerOf = (path: readonly { key?: unknown; origin?: string }[]): string =>
  path.map(({ key, origin }) => `/${origin === "key" ? "*" : String(key).slice(0, 40)}`).join("") || "/";

/** JSON.parse keeps the last of two equal keys, so another reader could see another request (RFC 8259 §4). */
function hasDuplicateKeys(source: string): boolean {
  const open: (Set<string> | null)[] = [];
  for (const [token] of source.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g)) {
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(null);
    else if (token === "}" || token === "]") open.pop();
    else if (token.endsWith(":")) {
      const key = JSON.parse(token.slice(0, -1).trimEnd()) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) return true;
      keys?.add(key);
    }
  }
  return false;
}
