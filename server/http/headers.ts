import type { MiddlewareHandler } from "hono";
import { newId } from "../keys/uuid.ts";
import type { Env } from "./env.ts";

/** On every answer, errors included; a route that needs others sets them before. */
const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Strict-Transport-Security": "max-age=31536000",
};

export const standardHeaders: MiddlewareHandler<Env> = async function standardHeaders(c, next) {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
};

/** Names the request, and logs that it was: its route's pattern, never its address. */
export const requestLog: MiddlewareHandler<Env> = async function requestLog(c, next) {
  const { now, log } = c.var.services;
  const start = now();
  const request = newId(start);
  c.set("requestId", request);
  await next();
  log({
    event: "request",
    request,
    method: c.req.method,
    route: c.req.routePath,
    status: c.res.status,
    milliseconds: now() - start,
  });
};
