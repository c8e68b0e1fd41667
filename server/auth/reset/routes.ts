import { Reset, ResetCheck, ResetRequest } from "@tuodossier/sdk/contract";
import { Hono } from "hono";
import { MINUTE } from "../../clock.ts";
import { jsonBody } from "../../http/body.ts";
import { portalOnly } from "../../http/cors.ts";
import type { Env } from "../../http/env.ts";
import { countByAddress } from "../../http/rates.ts";
import { beginReset } from "./begin.ts";
import { requireGoodLink } from "./check.ts";
import { requestReset } from "./requests.ts";

/** Of one address, known user or not. Carriers put many people behind one. */
const REQUESTS = { most: 100, within: 15 * MINUTE };
/** Links tried from one address. */
const LINKS = { most: 20, within: 15 * MINUTE };

/** `/v1/auth/reset-request` asks for a link, `/v1/auth/reset` is the page behind it. */
export const resetRoutes = new Hono<Env>()
  .post("/reset-request", portalOnly, async (c) => {
    const { codiceFiscale } = await jsonBody(c, ResetRequest);
    countByAddress(c, "reset-request", REQUESTS);
    const { tenant, services } = c.var;
    await requestReset(tenant, codiceFiscale);
    services.resets?.wake(tenant.clinic.key);
    return c.json({}, 202);
  })
  .post("/reset/check", portalOnly, async (c) => {
    const { token } = await jsonBody(c, ResetCheck);
    countByAddress(c, "reset-check", LINKS);
    await requireGoodLink(c.var.tenant, token);
    return c.body(null, 204);
  })
  .post("/reset", portalOnly, async (c) => {
    const { token, password } = await jsonBody(c, Reset);
    countByAddress(c, "reset", LINKS);
    const { tenant, services: { isListed } } = c.var;
    return c.json(await beginReset(tenant, { token, password, isListed }));
  });
