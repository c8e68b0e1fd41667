import { AuthenticatorProof, ErrandQuery } from "@tuodossier/sdk/contract";
import { Hono } from "hono";
import { jsonBody } from "../../http/body.ts";
import { portalOnly } from "../../http/cors.ts";
import type { Env } from "../../http/env.ts";
import { confirmAuthenticator, offerAuthenticator, removeAuthenticator } from "./change.ts";

/** `/v1/auth/errand/authenticator…`: the portal's own page puts an authenticator in the place of SMS, and back. */
export const authenticatorRoutes = new Hono<Env>()
  .post("/", portalOnly, async (c) => {
    const { errand } = await jsonBody(c, ErrandQuery);
    return c.json(await offerAuthenticator(c.var.tenant, errand));
  })
  .post("/confirm", portalOnly, async (c) => {
    return c.json(await confirmAuthenticator(c.var.tenant, await jsonBody(c, AuthenticatorProof)));
  })
  .post("/remove", portalOnly, async (c) => {
    const { errand } = await jsonBody(c, ErrandQuery);
    await removeAuthenticator(c.var.tenant, errand);
    return c.body(null, 204);
  });
