import { Hono } from "hono";
import { accessRoutes } from "./accesses/routes.ts";
import { downloadRoutes, exportRoutes } from "./archive/routes.ts";
import { createProviders } from "./auth/oidc/provider.ts";
import { providerPages, providerRoutes } from "./auth/oidc/routes.ts";
import { authRoutes, pageRoutes } from "./auth/routes.ts";
import { clinicRoutes } from "./clinic/routes.ts";
import { consentRoutes } from "./consents/routes.ts";
import { documentRoutes } from "./documents/routes.ts";
import { guideRoutes, helpRoutes } from "./help/routes.ts";
import { cors, varyByOrigin } from "./http/cors.ts";
import type { Env, Services } from "./http/env.ts";
import { headLength } from "./http/head.ts";
import { requestLog, standardHeaders } from "./http/headers.ts";
import { onNotFound } from "./http/methods.ts";
import { onError, Problem } from "./http/problem.ts";
import { messageRoutes } from "./messages/routes.ts";
import { openApiRoutes } from "./openapi/routes.ts";
import { createRates } from "./http/rates.ts";
import { profileRoutes } from "./profile/routes.ts";
import { staticRoutes } from "./http/static.ts";
import { imagingRoutes } from "./imaging/routes.ts";

/** The portal: every route, in order. */
export function createApp(services: Services): Hono<Env> {
  const app = new Hono<Env>();
  const rates = createRates(services.now);
  const providers = createProviders({ now: services.now });
  app.use(async (c, next) => {
    c.set("services", services);
    c.set("rates", rates);
    c.set("providers", providers);
    await next();
  });
  app.use(requestLog, standardHeaders, headLength);
  app.onError(onError(services.log));

  app.get("/healthz", (c) => c.json({ ok: true }));
  app.route("/", staticRoutes);
  app.route("/", openApiRoutes);

  // The clinic is in the address, because a CORS preflight carries no header values.
  const tenant = new Hono<Env>();
  tenant.use(async (c, next) => {
    const found = await services.clinics.find(c.req.param("key") ?? "");
    if (!found) throw new Problem("request.not-found");
    c.set("tenant", found);
    await next();
  });
  tenant.route("/", pageRoutes);
  tenant.route("/oidc", providerPages);
  tenant.route("/guide", guideRoutes);
  // Before CORS: a gateway is no page.
  tenant.route("/v1/messages", messageRoutes);
  tenant.use("/v1/*", cors);
  tenant.route("/v1/auth", authRoutes);
  tenant.route("/v1/auth/oidc", providerRoutes);
  tenant.route("/v1/profile", profileRoutes);
  tenant.route("/v1/documents", documentRoutes);
  tenant.route("/v1/consents", consentRoutes);
  tenant.route("/v1/accesses", accessRoutes);
  tenant.route("/v1/help", helpRoutes);
  tenant.route("/v1/clinic", clinicRoutes);
  tenant.route("/v1", imagingRoutes);
  tenant.route("/v1/exports", exportRoutes);
  tenant.route("/v1/downloads", downloadRoutes);
  app.use("/t/*", varyByOrigin);
  app.route("/t/:key", tenant);
  app.notFound(onNotFound(app.routes));
  return app;
}
