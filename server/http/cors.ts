import type { MiddlewareHandler } from "hono";
import type { Env } from "./env.ts";
import { Problem, problemResponse } from "./problem.ts";

const METHODS = "GET, HEAD, POST, PUT, DELETE";
const REQUEST_HEADERS = "Authorization, Content-Type, DPoP, If-Match, If-None-Match, If-Range, Range";
const EXPOSED = "DPoP-Nonce, ETag, Retry-After, Content-Range, Accept-Ranges, Content-Length";

/**
 * Only the clinic's own sites, compared exactly, may read answers; the portal's own pages are same-origin.
 * A proven request gets the nonce for its next proof along, whatever the answer.
 */
export const cors: MiddlewareHandler<Env> = async function cors(c, next) {
  const { tenant, services } = c.var;
  const origin = c.req.header("Origin");
  const allowed = origin !== undefined && tenant.clinic.origins.includes(origin);
  const preflight = c.req.method === "OPTIONS" && c.req.header("Access-Control-Request-Method") !== undefined;
  const refused = !allowed && (preflight || (origin !== undefined && origin !== services.baseUrl));

  if (refused) c.res = problemResponse(new Problem("tenant.origin"), c.var.requestId);
  else if (preflight) c.res = new Response(null, { status: 204 });
  else await next();

  const { headers } = c.res;
  if (c.req.header("DPoP")) headers.set("DPoP-Nonce", services.proofs.nonce());
  if (!allowed) return;
  headers.set("Access-Control-Allow-Origin", origin);
  headers.set("Access-Control-Expose-Headers", EXPOSED);
  headers.set("Cross-Origin-Resource-Policy", "cross-origin");
  if (!preflight) return;
  headers.set("Access-Control-Allow-Methods", METHODS);
  headers.set("Access-Control-Allow-Headers", REQUEST_HEADERS);
  headers.set("Access-Control-Max-Age", "600");
};

/** No cache may mix up what one site gets with what another does, refusals and unknown clinics included. */
export const varyByOrigin: MiddlewareHandler<Env> = async function varyByOrigin(c, next) {
  await next();
  c.res.headers.append("Vary", "Origin");
};

/**
 * Credentials are typed on the portal's own page: its endpoints answer nobody else, but for the exact sites of
 * a clinic that says so.
 */
export const portalOnly: MiddlewareHandler<Env> = async function portalOnly(c, next) {
  const { services, tenant: { clinic: { origins, settings } } } = c.var;
  const origin = c.req.header("Origin") ?? "";
  const may = origin === services.baseUrl || settings.credentialsFromOrigins && origins.includes(origin);
  if (!may) throw new Problem("tenant.origin");
  await next();
};
