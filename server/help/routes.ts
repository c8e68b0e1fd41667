import { type ClinicCard, HelpRequest } from "@tuodossier/sdk/contract";
import { Hono, type MiddlewareHandler } from "hono";
import { addressBlock } from "../http/address-block.ts";
import { jsonBody } from "../http/body.ts";
import { addressOf } from "../http/client-address.ts";
import type { Env } from "../http/env.ts";
import { requireSession } from "../http/session.ts";
import { guidePage } from "./page.ts";
import { requestHelp } from "./request.ts";

/** Help is for those who cannot sign in too; but who shows a token has to have a session. */
const sessionIfGiven: MiddlewareHandler<Env> = (c, next) =>
  c.req.header("Authorization") === undefined ? next() : requireSession(c, next);

/** `/v1/help`: whom to call, and a request that reaches the clinic. */
export const helpRoutes = new Hono<Env>()
  .get("/", (c) => {
    const { name, phone, hours, helpUrl, settings } = c.var.tenant.clinic;
    const signInWith = settings.oidc?.label ?? null;
    return c.json({ name, phone, hours, helpUrl, signInWith } satisfies ClinicCard);
  })
  .post("/requests", sessionIfGiven, async (c) => {
    const { tenant, rates } = c.var;
    const session = c.get("session") ?? null;
    const receipt = await requestHelp(tenant, {
      request: await jsonBody(c, HelpRequest),
      patientId: session?.patientId ?? null,
      asker: session?.id ?? addressBlock(addressOf(c)),
      rates,
    });
    return c.json(receipt, 201);
  });

/** `/guide`: the hosted page. */
export const guideRoutes = new Hono<Env>().get("/", (c) => {
  const { html, policy } = guidePage(c.var.tenant, c.req.header("Accept-Language"));
  c.header("Vary", "Accept-Language", { append: true });
  return c.html(html, 200, { "Content-Security-Policy": policy });
});
