import type { MiddlewareHandler } from "hono";
import type { Env } from "./env.ts";

/**
 * HEAD tells the length that GET would (RFC 9110 §9.3.2): Hono drops the body, and the listener would then say 0.
 */
export const headLength: MiddlewareHandler<Env> = async function headLength(c, next) {
  await next();
  if (c.req.method !== "HEAD" || c.res.body === null || c.res.headers.has("Content-Length")) return;
  const { status, headers } = c.res;
  const { byteLength } = await c.res.arrayBuffer();
  headers.set("Content-Length", String(byteLength));
  c.res = new Response(null, { status, headers });
};
