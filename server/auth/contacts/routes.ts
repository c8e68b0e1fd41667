import { ContactChange } from "@tuodossier/sdk/contract";
import { Hono } from "hono";
import { jsonBody } from "../../http/body.ts";
import { portalOnly } from "../../http/cors.ts";
import type { Env } from "../../http/env.ts";
import { beginContact } from "./change.ts";

/** `/v1/auth/errand/contact`: a new telephone or address, typed on the portal's own page. */
export const contactRoutes = new Hono<Env>().post("/", portalOnly, async (c) => {
  return c.json(await beginContact(c.var.tenant, await jsonBody(c, ContactChange)));
});
