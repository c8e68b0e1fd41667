import type { Context, MiddlewareHandler } from "hono";
import { type Bearer, findSession } from "../auth/sessions/sessions.ts";
import type { Env } from "./env.ts";
import { Problem } from "./problem.ts";
import { countRequest } from "./rates.ts";

const IMAGE_BYTES = /\/v1\/series\/[^/]+\/bytes$/;

/**
 * Lets a request pass that bears an access token and the proof of its key; the session is in `c.var.session`.
 * Where two rooms share a path it may stand twice: a proof is good for one look only.
 */
export const requireSession: MiddlewareHandler<Env> = async function requireSession(c, next) {
  if (c.get("session")) return await next();
  const accessToken = accessTokenOf(c);
  if (!accessToken) throw new Problem("auth.signed-out");
  const session = await findSession(c.var.tenant, accessToken, () => provenBearer(c, accessToken));
  countRequest(c.var.rates, session.id, IMAGE_BYTES.test(c.req.path));
  c.set("session", session);
  await next();
};

/** The token of `Authorization: DPoP …` (RFC 9449 §7.1), or null. */
export const accessTokenOf = (c: Context<Env>): string | null =>
  /^DPoP ([A-Za-z0-9_-]{43})$/.exec(c.req.header("Authorization") ?? "")?.[1] ?? null;

/** @throws {Problem} `auth.nonce`, `auth.proof-invalid`. */
export async function provenBearer(c: Context<Env>, accessToken: string | null): Promise<Bearer> {
  const { proofs, baseUrl } = c.var.services;
  const { keyThumbprint } = await proofs.verify({
    proof: c.req.header("DPoP"),
    method: c.req.method,
    url: baseUrl + new URL(c.req.url).pathname,
    accessToken,
  });
  return { keyThumbprint, origin: c.req.header("Origin") ?? null };
}
