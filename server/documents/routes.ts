import { DocumentQuery, ObscureRequest } from "@tuodossier/sdk/contract";
import { Hono } from "hono";
import { type Trace, trace } from "../accesses/trace.ts";
import { verifiedBlob } from "../blobs/verified.ts";
import { jsonBody, query } from "../http/body.ts";
import type { Env } from "../http/env.ts";
import { fileResponse } from "../http/file.ts";
import { Problem } from "../http/problem.ts";
import { requireSession } from "../http/session.ts";
import { listPage } from "./list.ts";
import { obscure } from "./obscure.ts";
import { etagOf, fileNameOf, presentDocument } from "./present.ts";
import { markRead } from "./store.ts";
import { requireDocument } from "./visible.ts";

/** `/v1/documents`: the signed-in patient's dossier. */
export const documentRoutes = new Hono<Env>()
  .use(requireSession)
  .get("/", async (c) => {
    const { tenant, session } = c.var;
    const page = await listPage(tenant, session, query(c, DocumentQuery));
    await traceAct(c.var, { act: "list" });
    return c.json(page);
  })
  .get("/:id", async (c) => {
    const document = await requireDocument(c.var.tenant, c.var.session, c.req.param("id"));
    await traceAct(c.var, { act: "read", objectId: document.id });
    return c.json(presentDocument(document), 200, { "ETag": etagOf(document) });
  })
  .get("/:id/content", async (c) => {
    const { tenant, session } = c.var;
    const { patientId } = session;
    const document = await requireDocument(tenant, session, c.req.param("id"));
    if (document.blobId === null) throw new Problem("request.not-found");
    const blob = await verifiedBlob(tenant, document.blobId);
    await traceAct(c.var, { act: "read", objectId: document.id });
    if (c.req.method === "GET" && document.readAt === null) {
      // A patient's own reading goes on when nothing can be written: the mark can wait.
      await markRead(tenant.db, { patientId, id: document.id, now: tenant.now() }).catch(() => {});
    }
    return fileResponse(c, blob, fileNameOf(document));
  })
  .put("/:id/obscured", async (c) => {
    const { obscured } = await jsonBody(c, ObscureRequest);
    const wish = { id: c.req.param("id"), obscured, ifMatch: c.req.header("If-Match") };
    const document = await obscure(c.var.tenant, c.var.session, wish);
    return c.json(presentDocument(document), 200, { "ETag": etagOf(document) });
  });

const traceAct = (
  { tenant, session }: Pick<Env["Variables"], "tenant" | "session">,
  { act, objectId }: Pick<Trace, "act" | "objectId">,
) => {
  const { patientId, id: sessionId } = session;
  return trace(tenant, { actor: "patient", act, room: "documents", patientId, objectId, sessionId });
};
