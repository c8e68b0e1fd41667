import { Reset, ResetRequest } from "@tuodossier/sdk/contract";
import { type Context, Hono } from "hono";
import { MINUTE } from "../../clock.ts";
import { isPortalActive } from "../../consents/effective.ts";
import { jsonBody } from "../../http/body.ts";
import { addressOf } from "../../http/client-address.ts";
import { portalOnly } from "../../http/cors.ts";
import type { Env } from "../../http/env.ts";
import { Problem } from "../../http/problem.ts";
import { addressBlock } from "../attempts/address-block.ts";
import { beginReset } from "./begin.ts";
import { requestReset } from "./requests.ts";

/** Requests of one address, and links tried from it. */
const RATE = { most: 20, within: 15 * MINUTE };

/** `/v1/auth/reset-request` asks for a link, `/v1/auth/reset` is the page behind it. */
export const resetRoutes = new Hono<Env>()
  .post("/reset-request", portalOnly, async (c) => {
    const { codiceFiscale } = await jsonBody(c, ResetRequest);
    countAddress(c, "reset-request");
    const { tenant, services } = c.var;
    await requestReset(tenant, codiceFiscale);
    services.resets?.wake(tenant.clinic.key);
    return c.json({}, 202);
  })
  .post("/reset", portalOnly, async (c) => {
    const { token, password } = await jsonBody(c, Reset);
    countAddress(c, "reset");
    const { tenant, services: { isListed } } = c.var;
    return c.json(await beginReset(tenant, { token, password, maySignIn: isPortalActive, isListed }));
  });

/** By address alone, known user or not. */
function countAddress(c: Context<Env>, what: string): void {
  const retryAfter = c.var.rates.take(`${what} ${addressBlock(addressOf(c))}`, RATE);
  if (retryAfter !== null) throw new Problem("auth.wait", { retryAfter });
}
