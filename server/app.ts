import { Hono } from "hono";
import { authRoutes, signInRoutes } from "./auth/routes.ts";
import { cors } from "./http/cors.ts";
import type { Env, Services } from "./http/env.ts";
import { requestLog, standardHeaders } from "./http/headers.ts";
import { onError, Problem } from "./http/problem.ts";
import { profileRoutes } from "./profile/routes.ts";
import { staticRoutes } from "./http/static.ts";

/** The portal: every route, in order. */
export function createApp(services: Services): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    c.set("services", services);
    await next();
  });
  app.use(requestLog, standardHeaders);
  app.onError(onError(services.log));
  app.notFound(() => {
    throw new Problem("request.not-found");
  });

  app.get("/healthz", (c) => c.json({ ok: true }));
  app.route("/", staticRoutes);

  // The clinic is in the address, because a CORS preflight carries no header values.
  const tenant = new Hono<Env>();
  tenant.use(async (c, next) => {
    const found = await services.clinics.find(c.req.param("key") ?? "");
    if (!found) throw new Problem("request.not-found");
    c.set("tenant", found);
    await next();
  });
  tenant.route("/sign-in", signInRoutes);
  tenant.use("/v1/*", cors);
  tenant.route("/v1/auth", authRoutes);
  tenant.route("/v1/profile", profileRoutes);
  app.route("/t/:key", tenant);
  return app;
}
