import { type ConsentCode, consentCodes, type ConsentList } from "@tuodossier/sdk/contract";
import { Hono } from "hono";
import { trace } from "../accesses/trace.ts";
import { verifiedBlob } from "../blobs/verified.ts";
import type { Env } from "../http/env.ts";
import { fileResponse } from "../http/file.ts";
import { Problem } from "../http/problem.ts";
import { requireSession } from "../http/session.ts";
import { consentsOf } from "./effective.ts";
import { formById, listForms } from "./store.ts";

/** `/v1/consents`: what the signed-in patient has signed, and what holds. */
export const consentRoutes = new Hono<Env>()
  .use(requireSession)
  .get("/", async (c) => {
    const { tenant, session: { patientId, id: sessionId } } = c.var;
    const effective = await consentsOf(tenant, patientId);
    const documents = await listForms(tenant.db, patientId);
    await trace(tenant, { actor: "patient", act: "list", room: "consents", patientId, sessionId });
    const holding = (code: ConsentCode) => ({ code, ...effective[code] });
    return c.json({ documents, effective: consentCodes.map(holding) } satisfies ConsentList);
  })
  .get("/:id/content", async (c) => {
    const { tenant, session: { patientId, id: sessionId } } = c.var;
    const form = await formById(tenant.db, { patientId, id: c.req.param("id") });
    if (!form) throw new Problem("request.not-found");
    const blob = await verifiedBlob(tenant, form.blobId);
    const read = { act: "read", room: "consents", objectId: form.id } as const;
    await trace(tenant, { ...read, actor: "patient", patientId, sessionId });
    return fileResponse(c, blob, `${form.type}-${form.date}.pdf`);
  });
