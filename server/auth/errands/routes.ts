import { ErrandQuery, ErrandRequest, PasswordChange } from "@tuodossier/sdk/contract";
import { Hono } from "hono";
import { jsonBody } from "../../http/body.ts";
import { portalOnly } from "../../http/cors.ts";
import type { Env } from "../../http/env.ts";
import { requireSession } from "../../http/session.ts";
import { beginErrand, describeErrand } from "./errands.ts";
import { changePassword } from "../passwords/change.ts";

/** `/v1/auth/errands` begins one, under the session; `/v1/auth/errand…` is the portal's own page. */
export const errandRoutes = new Hono<Env>()
  .post("/errands", requireSession, async (c) => {
    const { tenant, session } = c.var;
    const { act } = await jsonBody(c, ErrandRequest);
    return c.json(await beginErrand(tenant, { session, act }), 201);
  })
  .post("/errand", portalOnly, async (c) => {
    const { errand } = await jsonBody(c, ErrandQuery);
    return c.json(await describeErrand(c.var.tenant, errand));
  })
  .post("/errand/password", portalOnly, async (c) => {
    const change = await jsonBody(c, PasswordChange);
    const { tenant, services: { isListed } } = c.var;
    await changePassword(tenant, { ...change, isListed });
    return c.body(null, 204);
  });
