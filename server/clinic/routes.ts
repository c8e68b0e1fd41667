import {
  AccessPageRequest,
  ClientTokenRequest,
  type ClinicSelf,
  type Enrolled,
  Enrolment,
  FirstPasswordRequest,
  UnlockRequest,
} from "@tuodossier/sdk/contract";
import { hasRightCheck, normalizeUser } from "@tuodossier/sdk";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { unlockAccount } from "../auth/desk.ts";
import { formBody, jsonBody } from "../http/body.ts";
import type { Env } from "../http/env.ts";
import { Problem } from "../http/problem.ts";
import { accessPage } from "./access-page.ts";
import { giveClientToken, requireClientToken } from "./client-tokens.ts";
import { AlreadyEnrolled, enrolWithPassword, reissueFirstPassword } from "./enrolment.ts";

const requireClient: MiddlewareHandler<Env> = async function requireClient(c, next) {
  await requireClientToken(c.var.tenant, c.req.header("Authorization"));
  await next();
};

/** `/v1/clinic`: what a clinic's own systems do. */
export const clinicRoutes = new Hono<Env>()
  .post("/token", async (c) => {
    const { tenant, services } = c.var;
    const { client_id, client_secret } = await credentials(c);
    if (!await services.clinics.isClient(tenant, client_id, client_secret)) {
      throw new Problem("auth.client-invalid");
    }
    return c.json(await giveClientToken(tenant, client_id));
  })
  .get("/", requireClient, (c) => {
    const { name, key, origins } = c.var.tenant.clinic;
    return c.json({ name, key, origins: [...origins] } satisfies ClinicSelf);
  })
  .post("/patients", requireClient, async (c) => {
    const { tenant } = c.var;
    const enrolment = await jsonBody(c, Enrolment);
    const { patientId } = await enrolWithPassword(tenant, enrolment).catch((error) => {
      throw error instanceof AlreadyEnrolled
        ? new Problem("request.invalid", { reason: error.reason })
        : error;
    });
    const codiceFiscaleValid = hasRightCheck(normalizeUser(enrolment.codiceFiscale));
    return c.json({ id: patientId, codiceFiscaleValid } satisfies Enrolled, 201);
  })
  .post("/patients/:id/unlock", requireClient, async (c) => {
    const isEmpty = c.req.header("Content-Type") === undefined;
    const { removeAuthenticator } = isEmpty
      ? { removeAuthenticator: false }
      : await jsonBody(c, UnlockRequest);
    const patientId = c.req.param("id");
    if (!await unlockAccount(c.var.tenant, { patientId, removeAuthenticator })) {
      throw new Problem("request.not-found");
    }
    return c.body(null, 204);
  })
  .post("/patients/:id/first-password", requireClient, async (c) => {
    // Most desks send no body at all.
    const isEmpty = c.req.header("Content-Type") === undefined;
    const { availableOn } = isEmpty ? {} : await jsonBody(c, FirstPasswordRequest);
    const issued = await reissueFirstPassword(c.var.tenant, { patientId: c.req.param("id"), availableOn });
    if (!issued) throw new Problem("request.not-found");
    return c.body(null, 204);
  })
  .post("/patients/:id/access-page", requireClient, async (c) => {
    const request = await jsonBody(c, AccessPageRequest);
    const pdf = await accessPage(c.var.tenant, { patientId: c.req.param("id"), request });
    if (!pdf) throw new Problem("request.not-found");
    return c.body(pdf, 200, {
      "Content-Type": "application/pdf",
      "Content-Disposition": 'inline; filename="Istruzioni-accesso.pdf"',
    });
  });

/** A form, as OAuth has it (RFC 6749 §4.4.2), or JSON like everything else here. */
const credentials = (c: Context<Env>) =>
  /^application\/x-www-form-urlencoded\b/i.test(c.req.header("Content-Type") ?? "")
    ? formBody(c, ClientTokenRequest)
    : jsonBody(c, ClientTokenRequest);
