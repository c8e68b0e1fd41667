import { Id } from "@tuodossier/sdk/contract";
import { Hono } from "hono";
import * as v from "valibot";
import type { Env } from "../../http/env.ts";
import { Problem } from "../../http/problem.ts";
import { requireSession } from "../../http/session.ts";
import { endOwnSession, listSessions } from "./list.ts";
import { keepAwake } from "./sessions.ts";

/** `/v1/auth/sessions` and `/v1/auth/activity`: the patient's own sessions. */
export const sessionRoutes = new Hono<Env>()
  .get("/sessions", requireSession, async (c) => c.json(await listSessions(c.var.tenant, c.var.session)))
  .delete("/sessions/:id", requireSession, async (c) => {
    const { tenant, session } = c.var;
    const id = c.req.param("id");
    if (!v.is(Id, id)) throw new Problem("request.not-found");
    await endOwnSession(tenant, { session, id });
    return c.body(null, 204);
  })
  // The page says that its user is there: requests alone do not tell.
  .post("/activity", requireSession, async (c) => {
    await keepAwake(c.var.tenant, c.var.session.id);
    return c.body(null, 204);
  });
