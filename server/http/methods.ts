import type { Context } from "hono";
import type { Env } from "./env.ts";
import { Problem, problemResponse } from "./problem.ts";

/** A mounted route, as Hono lists them. */
export interface MountedRoute {
  readonly method: string;
  readonly path: string;
}

/**
 * Hono's handler for what no route took: 405 with `Allow` (RFC 9110 §15.5.6) where the address takes another
 * method, else 404.
 */
export function onNotFound(routes: readonly MountedRoute[]) {
  const known = routes.filter(({ method, path }) => method !== "ALL" && !path.includes("*"))
    .map(({ method, path }) => ({ method, pattern: patternOf(path) }));
  return function answerNotFound(c: Context<Env>): Response {
    const methods = known.filter(({ pattern }) => pattern.test(c.req.path)).map(({ method }) => method);
    if (methods.length === 0) return problemResponse(new Problem("request.not-found"), c.var.requestId);
    if (methods.includes("GET")) methods.push("HEAD");
    const response = problemResponse(new Problem("request.method-not-allowed"), c.var.requestId);
    response.headers.set("Allow", [...new Set(methods)].sort().join(", "));
    return response;
  };
}

const patternOf = (path: string) => new RegExp(`^${path.replace(/:[a-z]+/gi, "[^/]+").replace(/\/$/, "")}$`);
